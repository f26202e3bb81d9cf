import type { Page } from '@latchkey/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../links.tsx';
import { useSearch } from '../list/use-search.ts';
import { LoadedPage } from '../loaded-page.tsx';
import type { NamedPlace } from './named-list.tsx';
import type { NamedVersion } from './named-version.ts';
import { versionSearch } from './use-named-search.ts';

type Props<Version extends NamedVersion> = {
  /** The versions of one name, from `useRead` with `everyVersion`. */
  readonly answer: UseQueryResult<Page<Version>>;
  readonly trail: readonly ReactNode[];
  readonly children: (versions: readonly Version[], shown: Version) => ReactNode;
};

/** The query for all versions of a name, newest first. */
export const everyVersion = { size: 100, sort: ['version,desc'] };

/** The screen of one name: the version that the address names, the newest unless it does. */
export function ShownVersion<Version extends NamedVersion>({ answer, trail, children }: Props<Version>) {
  const [{ version }] = useSearch(versionSearch);
  return (
    <LoadedPage answer={answer} trail={trail}>
      {({ content }) => {
        const shown = content.find((one) => one.version === version) ?? content[0];
        return shown && children(content, shown);
      }}
    </LoadedPage>
  );
}

/** The way back to the list. */
export const trailTo = (at: NamedPlace, title: string): readonly ReactNode[] => [
  <TextLink key={at} to={at}>
    {title}
  </TextLink>,
];
