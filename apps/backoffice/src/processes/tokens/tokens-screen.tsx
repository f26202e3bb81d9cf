import { createProcessToken, listProcessTokens } from '@latchkey/contract';
import { IconLink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { ListScreen } from '../../kit/list/list-screen.tsx';
import { containing, pageQueryOf } from '../../kit/list/list-search.ts';
import { useSearch } from '../../kit/list/use-search.ts';
import { useMay } from '../../session/use-session.ts';
import { tokenColumns } from './token-columns.tsx';
import { tokenWords } from './token-words.ts';
import { tokensSearch } from './tokens-search.ts';

/** The process tokens. */
export function TokensScreen() {
  const [search, change] = useSearch(tokensSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listProcessTokens, {
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'createdDtm,desc' }),
      name: containing(search.q),
    },
  });
  return (
    <ListScreen
      answer={answer}
      columns={tokenColumns}
      list={{ search, change }}
      onOpen={({ auditId: id }) => void navigate({ to: '/tokens/$id', params: { id } })}
      createAt={may(createProcessToken) ? '/tokens/new' : undefined}
      icon={IconLink}
      words={tokenWords}
    />
  );
}
