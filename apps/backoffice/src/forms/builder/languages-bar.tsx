import { Button, Group, Pill, Switch, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { confirm } from '../../kit/confirmations.ts';
import { addLanguage, removeLanguage, setValue } from '../document/edit-document.ts';
import classes from './builder.module.css';
import { useBuilder } from './builder-context.ts';
import { builderWords } from './builder-words.ts';

const tagShape = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/;

/** The languages of the form, another one, and what is missing in them. */
export function LanguagesBar({ missing }: { readonly missing: number }) {
  const { document, languages, edit, isReadOnly } = useBuilder();
  const remove = (language: string) =>
    confirm({
      title: builderWords.removeLanguageTitle(language),
      effect: builderWords.removeLanguageEffect,
      action: builderWords.removeLanguage(language),
      isDangerous: true,
      run: async () => edit(removeLanguage(language)),
    });
  return (
    <div className={classes.languages}>
      <Group gap="xs">
        <ul className={classes.tags} aria-label={builderWords.languages}>
          {languages.map((language) => (
            <li key={language}>
              <Pill
                size="md"
                withRemoveButton={!isReadOnly && languages.length > 1}
                onRemove={() => remove(language)}
                removeButtonProps={{
                  'aria-label': builderWords.removeLanguage(language),
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
              >
                {language}
              </Pill>
            </li>
          ))}
        </ul>
        {!isReadOnly && (
          <NewLanguage languages={languages} onAdd={(language) => edit(addLanguage(language))} />
        )}
      </Group>
      {languages.length > 1 && (
        <>
          <Text size="sm" className={classes.translations ?? ''} data-complete={missing === 0 || undefined}>
            {missing === 0 ? (
              <IconCircleCheck size={16} aria-hidden />
            ) : (
              <IconAlertTriangle size={16} aria-hidden />
            )}
            {missing === 0 ? builderWords.complete : builderWords.incomplete(missing)}
          </Text>
          <Switch
            label={builderWords.requireTranslations}
            description={builderWords.requireTranslationsHelp}
            checked={document.requireTranslations === true}
            disabled={isReadOnly}
            onChange={({ currentTarget: { checked } }) =>
              edit(setValue(['requireTranslations'], checked || undefined))
            }
          />
        </>
      )}
    </div>
  );
}

type NewProps = { readonly languages: readonly string[]; readonly onAdd: (language: string) => void };

function NewLanguage({ languages, onAdd }: NewProps) {
  const [isOpen, setOpen] = useState(false);
  const [tag, setTag] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wrong = !tagShape.test(tag)
      ? builderWords.languageInvalid
      : languages.includes(tag)
        ? builderWords.languageThere
        : undefined;
    setRefusal(wrong);
    if (wrong !== undefined) return;
    onAdd(tag);
    setTag('');
    setOpen(false);
  };
  if (!isOpen) {
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {builderWords.addLanguage}
      </Button>
    );
  }
  return (
    <form onSubmit={add} className={classes.newLanguage}>
      <TextInput
        size="xs"
        autoFocus
        aria-label={builderWords.languageTag}
        placeholder={builderWords.languageHelp}
        value={tag}
        {...(refusal !== undefined && { error: refusal })}
        onChange={({ currentTarget }) => setTag(currentTarget.value.trim())}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      />
      <Button type="submit" size="xs" variant="light">
        {builderWords.add1}
      </Button>
    </form>
  );
}
