import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNote } from './failure-note.tsx';
import { useLate } from './use-late.ts';

type Props<Data> = { readonly answer: UseQueryResult<Data>; readonly children: (data: Data) => ReactNode };

/** Shows what was read; until then nothing, after 400 ms a skeleton, after a failure the problem. */
export function Loaded<Data>({ answer, children }: Props<Data>) {
  const isLate = useLate(answer.isPending);
  if (answer.data !== undefined) return children(answer.data);
  if (answer.isError) return <FailureNote failure={answer.error} onRetry={() => void answer.refetch()} />;
  if (!isLate) return null;
  return (
    <Stack aria-hidden>
      <Skeleton height={24} width="40%" />
      <Skeleton height={160} />
    </Stack>
  );
}
