import { themeCorners, themeFonts, themeLimits } from '@latchkey/contract';
import { NativeSelect, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { FieldRow, Section } from '../kit/form/section.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { FileField } from './file-field.tsx';
import type { ThemeValues } from './theme-values.ts';
import { themeWords } from './theme-words.ts';

/** Everything of a theme that is no colour. */
export function ShapeFields({ form }: { readonly form: Form<ThemeValues> }) {
  const { design, files } = form.values;
  const change = (more: ThemeValues['design']) => form.set({ design: { ...design, ...more } });
  const keep = (kind: keyof ThemeValues['files']) => (file: ThemeValues['files'][typeof kind]) => {
    const { [kind]: _, ...others } = files;
    form.set({ files: file === undefined ? others : { ...others, [kind]: file } });
  };
  return (
    <Section title={themeWords.shape}>
      <FieldRow>
        <FileField
          label={themeWords.logo}
          help={themeWords.logoHelp}
          accept="image/png,image/jpeg,image/webp"
          mostBytes={themeLimits.logoBytes}
          file={files.logo}
          error={form.errors.at('logo')}
          onChange={keep('logo')}
        />
        <FileField
          label={themeWords.logoDark}
          help={themeWords.logoDarkHelp}
          accept="image/png,image/jpeg,image/webp"
          mostBytes={themeLimits.logoBytes}
          file={files['logo-dark']}
          error={form.errors.at('logoDark')}
          isOnDark
          onChange={keep('logo-dark')}
        />
      </FieldRow>
      {(files.logo ?? files['logo-dark']) && (
        <Switch
          label={themeWords.logoHasName}
          description={themeWords.logoHasNameHelp}
          checked={design.logoHasName === true}
          onChange={({ currentTarget: { checked } }) => change({ logoHasName: checked })}
        />
      )}
      <NativeSelect
        label={themeWords.font}
        description={themeWords.fontHelp}
        value={design.font ?? 'system'}
        data={themeFonts.map((value) => ({ value, label: themeWords.fonts[value] }))}
        onChange={({ currentTarget: { value } }) =>
          change({ font: themeFonts.find((one) => one === value) ?? 'system' })
        }
      />
      <FileField
        label={themeWords.ownFont}
        help={themeWords.ownFontHelp}
        accept="font/woff2,.woff2"
        mostBytes={themeLimits.fontBytes}
        file={files.font}
        error={form.errors.at('font')}
        isFont
        onChange={keep('font')}
      />
      <Stack gap={6} align="flex-start">
        <Text fw={600} size="sm" id="corners-label">
          {themeWords.corners}
        </Text>
        <SegmentedControl
          aria-labelledby="corners-label"
          value={design.corners ?? 'round'}
          data={themeCorners.map((value) => ({ value, label: themeWords.cornersOf[value] }))}
          onChange={(value) => change({ corners: themeCorners.find((one) => one === value) ?? 'round' })}
        />
      </Stack>
    </Section>
  );
}
