import { createTheme, deployTheme, type Theme } from '@latchkey/contract';
import { contrastsOf, schemesOf } from '@latchkey/journey/renderer';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { LongTextField, TextField } from '../kit/form/fields.tsx';
import { FormFailure } from '../kit/form/form-failure.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { useLeaveGuard } from '../kit/form/use-leave-guard.ts';
import { useSaveKey } from '../kit/form/use-save-key.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { ColourFields } from './colour-fields.tsx';
import { isColourText } from './colour-text.ts';
import { ContrastReport } from './contrast-report.tsx';
import { ShapeFields } from './shape-fields.tsx';
import { ThemePreview } from './theme-preview.tsx';
import { themeBody, themeValues } from './theme-values.ts';
import { themeWords } from './theme-words.ts';
import classes from './themes.module.css';

type Props = {
  /** The version that one begins from; absent for a new theme. */
  readonly stored?: Theme;
  readonly onSaved: (made: Theme) => void;
};

/** Colours, logo, font and corners beside the page in them. Saving makes the next version, deployed or not. */
export function ThemeEditor({ stored, onSaved }: Props) {
  const may = useMay();
  const create = useWrite(createTheme);
  const form = useForm(themeValues(stored), async (values) => {
    const made = await create.mutateAsync({ body: themeBody(values, stored) });
    toast((values.deploys ? themeWords.savedDeployed : themeWords.savedDraft)(made.version));
    onSaved(made);
  });
  const { design } = form.values;
  const [asked, setScheme] = useState<'light' | 'dark'>('light');
  const schemes = schemesOf(design);
  const scheme = schemes.includes(asked) ? asked : (schemes[0] ?? 'light');
  const contrasts = useMemo(() => contrastsOf(design), [design]);
  const isReadable = contrasts.every(({ ratio, least }) => ratio >= least);
  const isSound = [design.light, design.dark].every((colours) =>
    Object.values(colours ?? {}).every((colour) => isColourText(colour ?? '')),
  );
  const mayCreate = may(createTheme);
  const save = (deploys: boolean) => {
    form.set({ deploys });
    if (isSound) requestAnimationFrame(() => void form.submit());
  };
  useLeaveGuard(form.isDirty && !form.isSaving);
  useSaveKey(() => mayCreate && save(false));
  return (
    <form className={classes.workbench} noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="lg">
        {mayCreate && (
          <Section title={themeWords.about}>
            {stored === undefined && (
              <TextField
                form={form}
                name="name"
                label={themeWords.name}
                help={themeWords.nameHelp}
                isRequired
              />
            )}
            <LongTextField form={form} name="description" label={themeWords.descriptionField} />
          </Section>
        )}
        <fieldset disabled={!mayCreate} className={classes.plain}>
          <Stack gap="lg">
            <ColourFields form={form} contrasts={contrasts} scheme={scheme} onScheme={setScheme} />
            <ShapeFields form={form} />
          </Stack>
        </fieldset>
        <ContrastReport contrasts={contrasts} />
        <FormFailure form={form} />
        {mayCreate && (
          <Group gap="xs">
            {may(deployTheme) && (
              <Button loading={form.isSaving} disabled={!isReadable || !isSound} onClick={() => save(true)}>
                {themeWords.saveDeploy}
              </Button>
            )}
            <Button variant="default" disabled={form.isSaving || !isSound} onClick={() => save(false)}>
              {themeWords.saveDraft}
            </Button>
            {!isReadable && (
              <Text size="sm" c="dimmed">
                {themeWords.tooLowText}
              </Text>
            )}
          </Group>
        )}
      </Stack>
      <div className={classes.aside}>
        <Section title={themeWords.preview} text={themeWords.previewText}>
          <ThemePreview values={form.values} scheme={scheme} onScheme={setScheme} />
        </Section>
      </div>
    </form>
  );
}
