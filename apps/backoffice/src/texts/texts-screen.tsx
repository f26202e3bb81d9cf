import { listTexts } from '@latchkey/contract';
import { NativeSelect } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Page } from '../kit/page.tsx';
import { TextEditor } from './text-editor.tsx';
import { textWords } from './text-words.ts';
import { textsSearch } from './texts-search.ts';

const nameOf = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;

/** Every text of the pages in one language, with the tenant's own beside it. */
export function TextsScreen() {
  const [{ language = 'en' }, change] = useSearch(textsSearch);
  const answer = useRead(listTexts, { params: { language } });
  return (
    <LoadedPage answer={answer} trail={[]}>
      {(texts) => (
        <Page
          title={textWords.title}
          description={textWords.description}
          actions={
            <NativeSelect
              aria-label={textWords.language}
              value={texts.language}
              data={texts.languages.map((value) => ({ value, label: nameOf(value) }))}
              onChange={({ currentTarget: { value } }) => change({ language: value })}
            />
          }
        >
          <TextEditor key={texts.language} texts={texts} />
        </Page>
      )}
    </LoadedPage>
  );
}
