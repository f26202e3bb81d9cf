import { readFileSync } from 'node:fs';
import { themeColours } from '@latchkey/contract';
import { describe, expect, test } from 'vitest';
import { contrastOf, mix } from './colour.ts';
import { contrastFaults, contrastsOf } from './contrast-faults.ts';
import { ownPalettes, paletteOf } from './palette.ts';
import { themeCss } from './theme-css.ts';

const styles = readFileSync(new URL('../client/style/colours.css', import.meta.url), 'utf8');

describe('contrast', () => {
  test('is what WCAG says of its own examples', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21);
    expect(contrastOf('#777777', '#FFFFFF')).toBeCloseTo(4.478, 3);
    expect(contrastOf('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrastOf('#123456', '#123456')).toBe(1);
  });

  test('of the platform’s own looks is enough everywhere', () => {
    expect(contrastFaults({})).toEqual([]);
  });

  test('that is too low is told by look, pair and place, and never rounded up', () => {
    const faults = contrastFaults({ schemes: 'light', light: { soft: '#777777' } });
    expect(faults).toContainEqual({
      scheme: 'light',
      foreground: 'soft',
      background: 'paper',
      least: 4.5,
      ratio: 4.47,
      place: expect.stringContaining('lesser weight'),
    });
    expect(faults.every(({ foreground }) => foreground === 'soft')).toBe(true);
  });

  test('is judged only in the looks that a theme has', () => {
    const dark = { ink: '#000000' };
    expect(contrastFaults({ schemes: 'light', dark })).toEqual([]);
    expect(contrastFaults({ schemes: 'dark', dark }).length).toBeGreaterThan(0);
    expect(contrastsOf({ schemes: 'dark' }).every(({ scheme }) => scheme === 'dark')).toBe(true);
  });
});

describe('a palette', () => {
  test('without choices is the one in the style sheet', () => {
    const [light = '', dark = ''] = styles.split('@media');
    for (const [scheme, text] of Object.entries({ light, dark }))
      for (const name of themeColours) {
        const property = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
        const written = new RegExp(`${property}: (#[0-9a-f]+);`).exec(text)?.[1] ?? '';
        const long = written.length === 4 ? written.replace(/[0-9a-f]/g, '$&$&') : written;
        expect(long, `${scheme} ${name}`).toBe(ownPalettes[scheme as 'light'][name]);
      }
  });

  test('follows one accent: what is made from it can be read, whatever the hue', () => {
    for (const accent of ['#b00020', '#00513b', '#0b57d0', '#6b4e00', '#7a1fa2'])
      expect(contrastFaults({ schemes: 'light', light: { accent } }), accent).toEqual([]);
    for (const accent of ['#ffb4ab', '#7fdbb6', '#a8c7fa', '#ffd54f', '#e1b6ff'])
      expect(contrastFaults({ schemes: 'dark', dark: { accent } }), accent).toEqual([]);
  });

  test('takes what is chosen as it is', () => {
    expect(paletteOf({ accent: '#b00020', tint: '#ffeeee' }, 'light')).toMatchObject({
      accent: '#b00020',
      tint: '#ffeeee',
      onAccent: '#ffffff',
      paper: '#ffffff',
    });
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

describe('the style sheet of a theme', () => {
  test('is empty for the platform’s own look', () => {
    expect(themeCss({ design: {} })).toBe('');
  });

  test('names only what differs, for the light and for the dark', () => {
    const css = themeCss({ design: { light: { ground: '#ffffff' }, corners: 'slight', font: 'monospace' } });
    expect(css).toMatch(/^:root\{--font:ui-monospace,[^}]*--corner:\.3;[^}]*--ground:#ffffff/);
    expect(css).toContain('@media(prefers-color-scheme:dark){:root{');
    expect(css).not.toContain('--ink');
  });

  test('of one look says everything, so that nothing of the other shows through', () => {
    const css = themeCss({ design: { schemes: 'dark' } });
    expect(css).toContain('color-scheme:dark');
    for (const colour of Object.values(ownPalettes.dark)) expect(css).toContain(colour);
    expect(css).not.toContain('@media');
  });

  test('cannot carry anything but colours, words and paths, even from a design that nobody checked', () => {
    const hostile = '#fff}body{background:url(//evil.test)';
    const css = themeCss({
      design: { light: { accent: hostile, ink: 'red;}' }, dark: { paper: hostile } },
      fontUrl: '/a.woff2) format("woff2");}body{color:red',
    });
    expect(css).toBe('');
    expect(themeCss({ design: {}, fontUrl: 'https://evil.test/font.woff2' })).toBe('');
    expect(themeCss({ design: {}, fontUrl: '/web/trustweb/themes/A/font' })).toContain(
      'src:url(/web/trustweb/themes/A/font)',
    );
  });
});
