import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { themeColours } from '@latchkey/contract';
import { parseForm } from '@latchkey/forms';
import { beforeAll, describe, expect, test } from 'vitest';
import { assetsPath, buildClient } from './build.ts';
import { catalogues, isLanguage } from './languages/index.ts';
import type { Assets } from './page/frame.ts';
import { renderPage } from './page/render-page.ts';
import type { FormView } from './protocol.ts';

const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1024;

const guide = new URL('../../../packages/forms/src/guide/registration-form.json', import.meta.url);

/** One that says everything that a theme can say. */
const theme = {
  design: {
    light: mapped((index) => `#${(0x123457 * (index + 1)).toString(16).padStart(6, '0').slice(-6)}`),
    dark: mapped((index) => `#${(0x654321 * (index + 3)).toString(16).padStart(6, '0').slice(-6)}`),
    font: 'rounded',
    corners: 'soft',
  },
  logo: { url: '/web/trustweb/themes/T4NJA4PEEM6Q3GXSON5QQZYMG4/logo', width: 400, height: 100 },
  logoDark: { url: '/web/trustweb/themes/T4NJA4PEEM6Q3GXSON5QQZYMG4/logo-dark', width: 400, height: 100 },
  fontUrl: '/web/trustweb/themes/T4NJA4PEEM6Q3GXSON5QQZYMG4/font',
} as const;

function mapped(colour: (index: number) => string) {
  return Object.fromEntries(themeColours.map((name, index) => [name, colour(index)]));
}

describe('the built page', () => {
  let assets: Assets;
  let script: string;
  let view: FormView;

  beforeAll(async () => {
    assets = await buildClient();
    script = await readFile(join(assets.directory, assets.scriptUrl.slice(assetsPath.length)), 'utf8');
    view = {
      kind: 'form',
      instanceId: 'T4NJA4PEEM6Q3GXSON5QQZYMG4',
      task: 't1',
      attempt: 1,
      form: parseForm(await readFile(guide, 'utf8')),
      values: {},
      substitute: (text) => text,
      readOnly: false,
      hideButtons: false,
      delaySeconds: 0,
      passkey: { relyingPartyName: 'Northwind', timeoutMs: 300_000 },
    };
  });

  test.each(Object.keys(catalogues))(
    'fits the first round trip in %s, in a theme of its own: 14 KB gzip in all',
    (tag) => {
      const language = isLanguage(tag) ? tag : 'en';
      const frame = { language, nonce: 'n'.repeat(22), organisation: 'Northwind', assets, now: 0 };
      const page = renderPage(view, { ...frame, theme });
      expect(kilobytes(page) - kilobytes(renderPage(view, frame))).toBeLessThan(0.8);
      expect(kilobytes(page.replace(assets.css, ''))).toBeLessThan(5);
      expect(kilobytes(assets.css)).toBeLessThan(3);
      expect(kilobytes(script)).toBeLessThan(10);
      expect(kilobytes(page) + kilobytes(script)).toBeLessThan(14);
    },
  );

  test('is built once for the same sources', async () => {
    expect(await buildClient()).toEqual(assets);
  });

  test('needs nothing beside its one module, and no checks of documents', () => {
    expect(script).not.toMatch(/\bimport\s*[("'{*]/);
    expect(script).not.toContain('Must be');
  });
});
