import { createCustomPage, listCustomPages } from '@latchkey/contract';
import { IconBrowser } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { NamedList } from '../kit/versions/named-list.tsx';
import { useNamedSearch } from '../kit/versions/use-named-search.ts';
import { useMay } from '../session/use-session.ts';
import { pageWords } from './page-words.ts';

/** The Custom Pages by name, each with its newest version. */
export function PagesScreen() {
  const list = useNamedSearch();
  const may = useMay();
  const answer = useRead(listCustomPages, { query: list.query });
  return (
    <NamedList
      at="/pages"
      answer={answer}
      list={list}
      mayCreate={may(createCustomPage)}
      icon={IconBrowser}
      words={pageWords}
    />
  );
}
