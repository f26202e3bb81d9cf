import { type PageTexts, updateTexts } from '@latchkey/contract';
import { Button, FileButton, Group, Stack, Switch, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { SearchBox } from '../kit/list/search-box.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { TextRow } from './text-row.tsx';
import { changesOf, groupsOf, ownTexts, readFile, type TextValues } from './text-values.ts';
import { textWords } from './text-words.ts';
import { textsSearch } from './texts-search.ts';

type Props = { readonly texts: PageTexts };

/** Fields for all texts of a language, by the places where people meet them. */
export function TextEditor({ texts }: Props) {
  const may = useMay();
  const [{ q = '' }, change] = useSearch(textsSearch);
  const [onlyOwn, setOnlyOwn] = useState(false);
  const [notice, setNotice] = useState<string>();
  const update = useWrite(updateTexts);
  const form = useForm<TextValues>(ownTexts(texts), async (values) => {
    const overrides = changesOf(texts, values);
    await update.mutateAsync({ params: { language: texts.language }, body: { overrides } });
    toast(textWords.saved);
  });
  const look = useCallback((sought: string | undefined) => change({ q: sought }), [change]);
  const load = async (file: File | null) => {
    const read = file === null ? undefined : await readFile(file);
    if (file !== null)
      setNotice(read ? textWords.imported(Object.keys(read).length) : textWords.importFailed);
    if (read) form.set(read);
  };
  const own = Object.values(form.values).filter((text) => text !== '').length;
  const groups = groupsOf(texts, { q, values: form.values, onlyOwn });
  const mayUpdate = may(updateTexts);
  const rows = (
    <Stack gap="lg">
      {groups.length === 0 && <Text c="dimmed">{textWords.none}</Text>}
      {groups.map(({ name, texts: inside }) => (
        <Section key={name} title={textWords.groups[name]}>
          {inside.map((text) => (
            <TextRow
              key={text.key}
              text={text}
              language={texts.language}
              value={form.values[text.key] ?? ''}
              error={form.errors.all.find(({ pointer }) => pointer === `/overrides/${text.key}`)?.detail}
              isReadOnly={!mayUpdate}
              onChange={(value) => form.set({ [text.key]: value })}
            />
          ))}
        </Section>
      ))}
    </Stack>
  );
  return (
    <Stack gap="md">
      <Group gap="sm">
        <SearchBox label={textWords.search} value={q === '' ? undefined : q} onChange={look} />
        <Switch
          label={textWords.onlyOwn}
          checked={onlyOwn}
          onChange={({ currentTarget: { checked } }) => setOnlyOwn(checked)}
        />
        <Text c="dimmed">{textWords.own(own)}</Text>
        <Button variant="default" size="xs" onClick={() => save(texts.language, form.values)}>
          {textWords.export}
        </Button>
        {mayUpdate && (
          <FileButton accept="application/json,.json" onChange={(file) => void load(file)}>
            {(props) => (
              <Button {...props} variant="default" size="xs" title={textWords.importHelp}>
                {textWords.import}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <Text role="status" size="sm" c="dimmed">
        {notice ?? textWords.places}
      </Text>
      {mayUpdate ? <FormFrame form={form}>{rows}</FormFrame> : rows}
    </Stack>
  );
}

/** Gives the tenant's own texts as a file, which can be edited and read again. */
function save(language: string, values: TextValues): void {
  const own = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(own, null, 2)], { type: 'application/json' }));
  link.download = `texts-${language}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
