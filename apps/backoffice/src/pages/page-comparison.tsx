import { type CustomPageVersion, compareCustomPages, getCustomPageText } from '@latchkey/contract';
import { Modal, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { lazyPart } from '../kit/lazy-part.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { common } from '../words/common.ts';
import { pageWords } from './page-words.ts';

const MergeView = lazyPart(() => import('./merge-view.tsx').then((module) => module.MergeView));

type Pair = readonly [CustomPageVersion, CustomPageVersion];
type Props = {
  /** The older and the newer. */
  readonly pair: Pair;
  readonly onClose: () => void;
};

/** What differs between two versions: which files, and each text side by side. */
export function PageComparison({ pair, onClose }: Props) {
  const [before, after] = pair;
  const answer = useRead(compareCustomPages, { params: { id: before.id, otherId: after.id } });
  return (
    <Modal
      opened
      size="min(92rem, 96vw)"
      onClose={onClose}
      title={pageWords.compareTitle(before.version, after.version)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Loaded answer={answer}>
        {(changes) =>
          changes.length === 0 ? (
            <Text c="dimmed">{pageWords.compareSame}</Text>
          ) : (
            <Changes pair={pair} changes={changes} />
          )
        }
      </Loaded>
    </Modal>
  );
}

type Change = { readonly path: string; readonly change: keyof typeof pageWords.changes };

function Changes({ pair, changes }: { readonly pair: Pair; readonly changes: readonly Change[] }) {
  const [path, setPath] = useState(changes[0]?.path ?? '');
  const chosen = changes.find((one) => one.path === path);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={pageWords.comparedFile}
        data={changes.map((one) => ({
          value: one.path,
          label: `${one.path} (${pageWords.changes[one.change]})`,
        }))}
        value={path}
        onChange={({ currentTarget }) => setPath(currentTarget.value)}
      />
      {chosen && <ChangedText key={path} pair={pair} change={chosen} />}
    </Stack>
  );
}

function ChangedText({ pair, change: { path, change } }: { readonly pair: Pair; readonly change: Change }) {
  const query = { path };
  const before = useRead(
    getCustomPageText,
    { params: { id: pair[0].id }, query },
    { enabled: change !== 'ADDED' },
  );
  const after = useRead(
    getCustomPageText,
    { params: { id: pair[1].id }, query },
    { enabled: change !== 'REMOVED' },
  );
  if ((change !== 'ADDED' && before.isPending) || (change !== 'REMOVED' && after.isPending))
    return <Skeleton height={240} />;
  const isText = [before.data, after.data].some((one) => one?.text !== undefined);
  if (!isText) return <Text c="dimmed">{pageWords.binary}</Text>;
  return (
    <Suspense fallback={<Skeleton height={240} />}>
      <MergeView
        path={path}
        before={{ label: pageWords.codeOf(path, pair[0].version), text: before.data?.text ?? '' }}
        after={{ label: pageWords.codeOf(path, pair[1].version), text: after.data?.text ?? '' }}
      />
    </Suspense>
  );
}
