import { type ThemeColour, type ThemeColours, themeColours, themeSchemes } from '@latchkey/contract';
import { type Contrast, paletteOf, type Scheme, schemesOf } from '@latchkey/journey/renderer';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { ColourField } from './colour-field.tsx';
import { type ThemeValues, withColour } from './theme-values.ts';
import { themeWords } from './theme-words.ts';
import classes from './themes.module.css';

type Props = {
  readonly form: Form<ThemeValues>;
  readonly contrasts: readonly Contrast[];
  readonly scheme: Scheme;
  readonly onScheme: (scheme: Scheme) => void;
};

/** What most themes need; the rest is folded away. */
const first: readonly ThemeColour[] = ['accent', 'onAccent', 'ground', 'paper', 'ink', 'soft'];
const others = themeColours.filter((name) => !first.includes(name));

/** The colours of one look at a time. */
export function ColourFields({ form, contrasts, scheme, onScheme }: Props) {
  const { design } = form.values;
  const given = (design[scheme] ?? {}) as ThemeColours;
  const palette = paletteOf(given, scheme);
  const field = (name: ThemeColour) => (
    <ColourField
      key={`${scheme} ${name}`}
      name={name}
      given={given[name] ?? ''}
      shown={palette[name]}
      error={errorOf(name, scheme, contrasts)}
      onChange={(colour) => form.set({ design: withColour(design, scheme, name, colour) })}
    />
  );
  const schemes = schemesOf(design);
  return (
    <Section title={themeWords.colours} text={themeWords.coloursText}>
      <NativeSelect
        label={themeWords.schemes}
        value={design.schemes ?? 'light-and-dark'}
        data={themeSchemes.map((value) => ({ value, label: themeWords.schemesOf[value] }))}
        onChange={({ currentTarget: { value } }) =>
          form.set({
            design: { ...design, schemes: themeSchemes.find((one) => one === value) ?? 'light-and-dark' },
          })
        }
      />
      {schemes.length > 1 && (
        <SegmentedControl
          aria-label={themeWords.scheme}
          data={schemes.map((value) => ({ value, label: themeWords[value] }))}
          value={scheme}
          onChange={(value) => onScheme(value === 'dark' ? 'dark' : 'light')}
        />
      )}
      <div className={classes.colours}>{first.map(field)}</div>
      <details className={classes.more}>
        <summary>{themeWords.moreColours}</summary>
        <div className={classes.colours}>{others.map(field)}</div>
      </details>
    </Section>
  );
}

/** The worst of what a colour meets, beside the field where it is chosen. */
function errorOf(name: ThemeColour, scheme: Scheme, contrasts: readonly Contrast[]): string | undefined {
  const [worst] = contrasts
    .filter((one) => one.scheme === scheme && one.foreground === name && one.ratio < one.least)
    .sort((one, other) => one.ratio - other.ratio);
  if (worst === undefined) return undefined;
  const { background, ratio, least } = worst;
  return themeWords.short(themeWords.colourNames[background], Math.floor(ratio * 100) / 100, least);
}
