import { createCustomDataForm, listCustomDataForms } from '@latchkey/contract';
import { IconForms } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { NamedList } from '../kit/versions/named-list.tsx';
import { useNamedSearch } from '../kit/versions/use-named-search.ts';
import { useMay } from '../session/use-session.ts';
import { formWords } from './form-words.ts';

/** The Custom Forms by name, each with its newest version. */
export function FormsScreen() {
  const list = useNamedSearch();
  const may = useMay();
  const answer = useRead(listCustomDataForms, { query: list.query });
  return (
    <NamedList
      at="/forms"
      answer={answer}
      list={list}
      mayCreate={may(createCustomDataForm)}
      icon={IconForms}
      words={formWords}
    />
  );
}
