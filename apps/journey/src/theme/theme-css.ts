import type { ThemeColour, ThemeCorners, ThemeDesign, ThemeFont } from '@latchkey/contract';
import { schemesOf } from './contrast-faults.ts';
import { type Palette, paletteOf, type Scheme } from './palette.ts';
import type { Theme } from './theme.ts';

/** Fonts that devices bring along; the page's own stack needs no entry. */
const stacks: Readonly<Record<Exclude<ThemeFont, 'system'>, string>> = {
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",source-sans-pro,sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,"URW Gothic",source-sans-pro,sans-serif',
  rounded:
    'ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,Comfortaa,Manjari,"Arial Rounded MT Bold",sans-serif',
  'book-serif': 'Charter,"Bitstream Charter","Sitka Text",Cambria,serif',
  'old-style-serif': '"Iowan Old Style","Palatino Linotype","URW Palladio L",P052,serif',
  monospace: 'ui-monospace,"Cascadia Code","Source Code Pro",Menlo,Consolas,"DejaVu Sans Mono",monospace',
};
const systemStack = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif';

/** What the radii of the style sheet are multiplied by. */
const corners: Readonly<Record<ThemeCorners, string>> = { square: '0', slight: '.3', soft: '.6', round: '1' };

/**
 * The style sheet of a theme, which stands behind the page's own. Everything in it is a word of a list of ours or six
 * hexadecimal digits; an address of a font is a path of the server or data.
 */
export function themeCss({ design, fontUrl }: Theme): string {
  const face = fontUrl !== undefined && isFontAddress(fontUrl);
  const font = fontOf(design.font ?? 'system', face);
  const shared = [
    ...(font === undefined ? [] : [`--font:${font}`]),
    ...(design.corners === undefined ? [] : [`--corner:${corners[design.corners]}`]),
    ...(schemesOf(design).length === 1 ? [`color-scheme:${schemesOf(design)[0]}`] : []),
  ];
  const [first, second] = looksOf(design);
  const [always, night] = [[...shared, ...(first ?? [])], second ?? []];
  return [
    face &&
      `@font-face{font-family:Theme;src:url(${fontUrl}) format("woff2");font-weight:100 900;font-display:swap}`,
    always.length > 0 && `:root{${always.join(';')}}`,
    night.length > 0 && `@media(prefers-color-scheme:dark){:root{${night.join(';')}}}`,
  ]
    .filter(Boolean)
    .join('');
}

/** The declarations of each look. Of two, the second is for the dark; alone, one is for both. */
function looksOf(design: ThemeDesign): readonly (readonly string[])[] {
  const schemes = schemesOf(design);
  const palettes = schemes.map((scheme) => paletteOf(design[scheme] ?? {}, scheme));
  if (schemes.length === 1) return palettes.map((palette) => declarations(palette, () => true));
  const own = (['light', 'dark'] satisfies Scheme[]).map((scheme) => paletteOf({}, scheme));
  const isChanged = (name: ThemeColour) =>
    palettes.some((palette, index) => palette[name] !== own[index]?.[name]);
  return palettes.map((palette) => declarations(palette, isChanged));
}

const declarations = (palette: Palette, isMeant: (name: ThemeColour) => boolean): readonly string[] =>
  Object.entries(palette)
    .filter(([name]) => isMeant(name as ThemeColour))
    .map(([name, colour]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour}`);

function fontOf(font: ThemeFont, hasFace: boolean): string | undefined {
  const stack = font === 'system' ? systemStack : stacks[font];
  if (hasFace) return `Theme,${stack}`;
  return font === 'system' ? undefined : stack;
}

const isFontAddress = (url: string): boolean =>
  /^\/[\w/.-]+$/.test(url) || /^data:font\/woff2;base64,[A-Za-z0-9+/]+=*$/.test(url);
