import type { ThemeColour, ThemeColours } from '@latchkey/contract';
import { contrastOf, isColour, mix } from './colour.ts';

export type Scheme = 'light' | 'dark';

/** A colour for everything that a theme colours. */
export type Palette = Readonly<Record<ThemeColour, string>>;

/** The platform's own colours; `style/colours.css` has the same, which a test holds. */
export const ownPalettes: Readonly<Record<Scheme, Palette>> = Object.freeze({
  light: {
    ink: '#1b1f2a',
    soft: '#565d6d',
    paper: '#ffffff',
    ground: '#f3f4f8',
    line: '#c9cedb',
    field: '#878fa1',
    accent: '#4338ca',
    accentStrong: '#372fa8',
    onAccent: '#ffffff',
    tint: '#eeedfd',
    glow: '#e9e7fd',
    good: '#0f7a4d',
    goodTint: '#e3f5ec',
    bad: '#b42318',
    badTint: '#fdecea',
    warn: '#8a5a00',
    warnTint: '#fdf3dc',
  },
  dark: {
    ink: '#eceef4',
    soft: '#a9b0c0',
    paper: '#191c25',
    ground: '#0f1117',
    line: '#353b4a',
    field: '#7b849a',
    accent: '#a9a4ff',
    accentStrong: '#c3bfff',
    onAccent: '#14122e',
    tint: '#272645',
    glow: '#171932',
    good: '#6cdba6',
    goodTint: '#16332a',
    bad: '#ffa198',
    badTint: '#3a1f20',
    warn: '#f3c667',
    warnTint: '#372c14',
  },
});

/** Every colour of a look: those that are given, then what follows from them, then the platform's own. */
export function paletteOf(given: ThemeColours, scheme: Scheme): Palette {
  const sound = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && isColour(value)),
  );
  const known = { ...ownPalettes[scheme], ...sound };
  return { ...known, ...derived(known, sound, scheme), ...sound };
}

/** What nobody chose follows the accent, the card and the ground, so that one colour makes a whole look. */
function derived(known: Palette, given: ThemeColours, scheme: Scheme): Partial<Palette> {
  const { accent, paper, ground } = known;
  if (given.accent === undefined && given.paper === undefined && given.ground === undefined) return {};
  const onAccent =
    given.onAccent ?? (given.accent ? clearest(accent, ['#ffffff', '#111111']) : known.onAccent);
  const away = contrastOf(onAccent, '#000000') > contrastOf(onAccent, '#ffffff') ? '#000000' : '#ffffff';
  return {
    onAccent,
    accentStrong: given.accent ? mix(accent, away, 0.18) : known.accentStrong,
    tint: gentle(paper, accent, scheme === 'light' ? 0.09 : 0.2),
    glow: mix(ground, accent, scheme === 'light' ? 0.08 : 0.12),
  };
}

const clearest = (on: string, colours: readonly [string, ...string[]]): string =>
  colours.reduce((best, one) => (contrastOf(one, on) > contrastOf(best, on) ? one : best));

/** As much of the accent as lets the accent itself be read on it. */
function gentle(paper: string, accent: string, most: number): string {
  const shares = [most, most / 2, most / 4, 0];
  const share = shares.find((one) => contrastOf(accent, mix(paper, accent, one)) >= 4.5) ?? most;
  return mix(paper, accent, share);
}
