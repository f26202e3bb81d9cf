import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemIn } from '../api/call-failure.ts';
import { Loaded } from './loaded.tsx';
import { Page } from './page.tsx';

type Props<Data> = {
  readonly answer: UseQueryResult<Data>;
  /** Links to the screens above, for when the thing itself cannot be read. */
  readonly trail: readonly ReactNode[];
  /** A whole `Page`. */
  readonly children: (data: Data) => ReactNode;
};

/** A screen about one thing: a page once it is read; else a page that says why it is not. */
export function LoadedPage<Data>({ answer, trail, children }: Props<Data>) {
  if (answer.data !== undefined) return children(answer.data);
  return (
    <Page
      title={answer.isError ? problemIn(answer.error).title.replace(/\.$/, '') : '…'}
      trail={trail}
      width="narrow"
    >
      <Loaded answer={answer}>{children}</Loaded>
    </Page>
  );
}
