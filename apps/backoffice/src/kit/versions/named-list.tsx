import type { Page as PageOf } from '@latchkey/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { TextLink } from '../links.tsx';
import type { Column } from '../list/column.ts';
import { Described } from '../list/described.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { NamedVersion } from './named-version.ts';
import type { NamedSearch } from './use-named-search.ts';
import { versionColumns } from './version-columns.tsx';
import { versionWords } from './version-words.ts';

/** Where the screens of one kind stand. */
export type NamedPlace = '/forms' | '/pages' | '/themes';

type Shown = ComponentProps<typeof ListScreen<NamedVersion>>;
type Props = {
  readonly at: NamedPlace;
  /** The newest version of each name, from `useRead`. */
  readonly answer: UseQueryResult<PageOf<NamedVersion>>;
  readonly list: NamedSearch;
  readonly mayCreate: boolean;
  readonly icon: Shown['icon'];
  readonly words: Omit<Shown['words'], 'search'>;
  /** What stands below the list. */
  readonly children?: ReactNode;
};

/** The screen that lists what has names and versions: the newest version of each. */
export function NamedList({ at, mayCreate, words, ...shown }: Props) {
  const navigate = useNavigate();
  return (
    <ListScreen
      {...shown}
      columns={columns[at]}
      onOpen={({ name }) => void navigate({ to: `${at}/$name`, params: { name } })}
      createAt={mayCreate ? `${at}/new` : undefined}
      words={{ ...words, search: versionWords.search }}
    />
  );
}

const columnsAt = (at: NamedPlace): readonly Column<NamedVersion>[] => [
  {
    id: 'name',
    header: versionWords.name,
    sort: 'name',
    cell: ({ name, description }) => (
      <Described description={description}>
        <TextLink to={`${at}/$name`} params={{ name }} fw={550}>
          {name}
        </TextLink>
      </Described>
    ),
  },
  {
    id: 'version',
    header: versionWords.version,
    width: '6rem',
    from: 'sm',
    align: 'right',
    cell: ({ version }) => <span className="lk-number">{version}</span>,
  },
  ...versionColumns,
];

const columns: Readonly<Record<NamedPlace, readonly Column<NamedVersion>[]>> = {
  '/forms': columnsAt('/forms'),
  '/pages': columnsAt('/pages'),
  '/themes': columnsAt('/themes'),
};
