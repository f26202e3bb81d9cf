import type { ContrastFault, ThemeColour, ThemeDesign } from '@latchkey/contract';
import { contrastOf } from './colour.ts';
import { paletteOf, type Scheme } from './palette.ts';

/** Two colours that meet on the page: text on its ground, or a sign without which something is not found. */
export type Meeting = {
  readonly foreground: ThemeColour;
  readonly background: ThemeColour;
  readonly least: 3 | 4.5;
  readonly place: string;
};

const text = (foreground: ThemeColour, background: ThemeColour, place: string): Meeting => ({
  foreground,
  background,
  least: 4.5,
  place,
});
const sign = (foreground: ThemeColour, background: ThemeColour, place: string): Meeting => ({
  foreground,
  background,
  least: 3,
  place,
});

/** Every meeting of the page's style sheet. */
export const meetings: readonly Meeting[] = Object.freeze([
  text('onAccent', 'accent', 'Text on buttons'),
  text('onAccent', 'accentStrong', 'Text on buttons under the pointer'),
  text('accent', 'paper', 'Quiet buttons, the line above the heading, the focus ring'),
  text('accent', 'tint', 'Quiet buttons under the pointer, icons'),
  text('ink', 'paper', 'Headings and text in the card'),
  text('ink', 'ground', 'The name at the top of the page'),
  text('ink', 'glow', 'The name at the top of the page, in the light'),
  text('ink', 'tint', 'Notices, choices that are made'),
  text('soft', 'paper', 'Text of lesser weight in the card'),
  text('soft', 'ground', 'Fields that cannot be changed'),
  text('soft', 'tint', 'The account before a passkey'),
  text('ink', 'goodTint', 'Notices of success'),
  text('ink', 'badTint', 'The summary of mistakes'),
  text('ink', 'warnTint', 'Warnings'),
  text('bad', 'paper', 'Messages beside fields'),
  text('warn', 'paper', 'The clock of the last minute'),
  sign('field', 'paper', 'The border of fields'),
  sign('good', 'goodTint', 'The sign of success'),
]);

/** Which looks a design has. */
export const schemesOf = ({ schemes = 'light-and-dark' }: Pick<ThemeDesign, 'schemes'>): readonly Scheme[] =>
  schemes === 'light-and-dark' ? ['light', 'dark'] : [schemes];

/** How a meeting stands in a look. */
export type Contrast = Meeting & { readonly scheme: Scheme; readonly ratio: number };

/** Every meeting in every look of a design. */
export function contrastsOf(design: ThemeDesign): readonly Contrast[] {
  return schemesOf(design).flatMap((scheme) => {
    const palette = paletteOf(design[scheme] ?? {}, scheme);
    return meetings.map((meeting) => ({
      ...meeting,
      scheme,
      ratio: contrastOf(palette[meeting.foreground], palette[meeting.background]),
    }));
  });
}

/** The meetings with less contrast than WCAG 2.2 AA asks. A ratio is cut, never rounded up to what it should be. */
export const contrastFaults = (design: ThemeDesign): ContrastFault[] =>
  contrastsOf(design)
    .filter(({ ratio, least }) => ratio < least)
    .map((one) => ({ ...one, ratio: Math.floor(one.ratio * 100) / 100 }));
