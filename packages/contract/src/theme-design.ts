import { type Static, Type } from 'typebox';
import { Closed, Words } from './fields.ts';

/** What a theme colours; the journey page has a custom property for each. */
export const themeColours = [
  'accent',
  'accentStrong',
  'onAccent',
  'tint',
  'glow',
  'ground',
  'paper',
  'ink',
  'soft',
  'line',
  'field',
  'good',
  'goodTint',
  'bad',
  'badTint',
  'warn',
  'warnTint',
] as const;
export type ThemeColour = (typeof themeColours)[number];

/** Stacks of fonts that devices bring along. */
export const themeFonts = [
  'system',
  'humanist',
  'geometric',
  'rounded',
  'book-serif',
  'old-style-serif',
  'monospace',
] as const;
export type ThemeFont = (typeof themeFonts)[number];

export const themeCorners = ['square', 'slight', 'soft', 'round'] as const;
export type ThemeCorners = (typeof themeCorners)[number];

export const themeSchemes = ['light-and-dark', 'light', 'dark'] as const;

const meanings: Readonly<Record<ThemeColour, string>> = {
  accent: 'Buttons, links, icons and the focus ring',
  accentStrong: 'Buttons under the pointer; else made from `accent`',
  onAccent: 'Text on buttons; else black or white, whichever is clearer',
  tint: 'Behind icons and what is chosen; else made from `accent` and `paper`',
  glow: 'The light at the top of the page; else made from `accent` and `ground`',
  ground: 'The page behind the card',
  paper: 'The card, and fields in it',
  ink: 'Headings and text',
  soft: 'Text of lesser weight',
  line: 'Lines that only divide',
  field: 'The border of fields',
  good: 'The sign of success',
  goodTint: 'Behind it, and behind notices of success',
  bad: 'Messages beside fields',
  badTint: 'Behind the summary of mistakes',
  warn: 'The clock of the last minute',
  warnTint: 'Behind warnings',
};

/** Six hexadecimal digits and nothing else: what stands here becomes part of a style sheet. */
const Colour = (description: string) =>
  Type.Optional(Type.String({ pattern: '^#[0-9A-Fa-f]{6}$', description, examples: ['#4338ca'] }));

const Colours = (description: string) =>
  Closed(
    /* @__PURE__ */ Object.fromEntries(
      /* @__PURE__ */ themeColours.map((name) => [name, Colour(meanings[name])]),
    ) as {
      readonly [name in ThemeColour]: ReturnType<typeof Colour>;
    },
    { description: `${description}; what is left out is the platform’s own` },
  );

/** The look of the journey page, as words of closed lists and colours. */
export const ThemeDesign = Closed(
  {
    schemes: Type.Optional(
      Words(themeSchemes, 'Which looks there are; with both, the device chooses. Both unless told'),
    ),
    light: Type.Optional(Colours('Colours of the light look')),
    dark: Type.Optional(Colours('Colours of the dark look')),
    font: Type.Optional(
      Words(themeFonts, 'Fonts that devices bring along, behind an uploaded one; `system` unless told'),
    ),
    corners: Type.Optional(Words(themeCorners, 'How round corners are; `round` unless told')),
    logoHasName: Type.Optional(
      Type.Boolean({
        description: 'The logo shows the name of the organisation, so the page does not repeat it',
      }),
    ),
  },
  { description: 'The look of the journey page' },
);
export type ThemeDesign = Static<typeof ThemeDesign>;
export type ThemeColours = { readonly [name in ThemeColour]?: string };
