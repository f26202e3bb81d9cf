import { type ThemeAssetKind, themeLimits } from '@latchkey/contract';
import { themeProblems } from '../theme-problems.ts';
import type { Asset } from './asset.ts';
import { pictureSize } from './picture-size.ts';

/** Where the files of a theme stand in a request. */
const members: Readonly<Record<ThemeAssetKind, string>> = {
  logo: 'logo',
  'logo-dark': 'logoDark',
  font: 'font',
};

/**
 * Reads a file of a theme from base64 and judges it by its content: names and types that somebody gave say nothing. An
 * SVG is no picture here, since whoever opens it alone would run what is in it. Throws `theme.asset-invalid`.
 */
export function readAsset(kind: ThemeAssetKind, text: string): Asset {
  const content = Buffer.from(text.replaceAll(/\s/g, ''), 'base64');
  return kind === 'font' ? readFont(content) : readLogo(kind, content);
}

function readLogo(kind: Exclude<ThemeAssetKind, 'font'>, content: Uint8Array): Asset {
  if (content.length > themeLimits.logoBytes)
    refuse(kind, `Must have at most ${themeLimits.logoBytes} bytes.`);
  const size = pictureSize(content);
  if (size === undefined) return refuse(kind, 'Must be a PNG, JPEG or WebP picture.');
  const { width, height } = size;
  const isFit = [width, height].every((side) => side >= 1 && side <= themeLimits.logoSide);
  if (!isFit)
    refuse(kind, `Must have sides of 1 to ${themeLimits.logoSide} pixels, not ${width} × ${height}.`);
  return { kind, content, ...size };
}

/** WOFF2 (W3C) section 4.1: the signature, and the length of the whole file at byte 8. */
function readFont(content: Buffer): Asset {
  if (content.length > themeLimits.fontBytes)
    refuse('font', `Must have at most ${themeLimits.fontBytes} bytes.`);
  const isFont =
    content.length >= 48 &&
    content.toString('latin1', 0, 4) === 'wOF2' &&
    content.readUInt32BE(8) === content.length;
  if (!isFont) refuse('font', 'Must be a whole WOFF2 font.');
  return { kind: 'font', mediaType: 'font/woff2', width: null, height: null, content };
}

function refuse(kind: ThemeAssetKind, detail: string): never {
  throw themeProblems.create('theme.asset-invalid', {
    detail: `${members[kind]}: ${detail}`,
    errors: [{ pointer: `/${members[kind]}`, detail }],
  });
}
