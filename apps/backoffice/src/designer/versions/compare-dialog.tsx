import { getProcessDefinition, listActivities, type ProcessDefinitionVersion } from '@latchkey/contract';
import { Modal, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { common } from '../../words/common.ts';
import { xmlOf } from '../drafts/diagram-resource.ts';
import { asManifests } from '../manifest.ts';
import { screenWords } from '../screen-words.ts';
import { differenceWords as words } from './difference-words.ts';
import { type Change, type Difference, useComparison } from './use-comparison.ts';
import classes from './versions.module.css';

type Props = {
  /** The older and the newer. */
  readonly pair: readonly [ProcessDefinitionVersion, ProcessDefinitionVersion];
  readonly onClose: () => void;
};

/** Two versions side by side, with what differs marked and listed. */
export const CompareDialog = ({ pair, onClose }: Props) => (
  <Modal
    opened
    fullScreen
    onClose={onClose}
    title={screenWords.compareTitle(pair[1].name, pair[0].version, pair[1].version)}
    closeButtonProps={{ 'aria-label': common.close }}
  >
    <Comparison pair={pair} />
  </Modal>
);

const kinds = ['added', 'removed', 'changed', 'moved'] as const;

function Comparison({ pair: [older, newer] }: Pick<Props, 'pair'>) {
  const [before, after] = [useXml(older.id), useXml(newer.id)];
  const activities = useRead(listActivities, {});
  const manifests = useMemo(() => asManifests(activities.data ?? []), [activities.data]);
  const [left, setLeft] = useState<HTMLElement | null>(null);
  const [right, setRight] = useState<HTMLElement | null>(null);
  const { differences, selected, select } = useComparison({ left, right, before, after, manifests });
  return (
    <div className={classes.pair}>
      {[[older, setLeft] as const, [newer, setRight] as const].map(([{ id, version }, ref]) => (
        <section key={id} className={classes.side} aria-label={screenWords.version(version)}>
          <h3>{screenWords.version(version)}</h3>
          <div className={classes.stage}>
            <div className="lk-canvas" ref={ref} />
          </div>
        </section>
      ))}
      <div className={classes.differences}>
        {differences?.length === 0 && <p>{screenWords.noDifference}</p>}
        {kinds.map((kind) => {
          const list = (differences ?? []).filter((one) => one.kind === kind);
          return list.length === 0 ? null : (
            <section key={kind} data-mark={kind}>
              <h3>{`${screenWords[kind]} (${list.length})`}</h3>
              <ul>
                {list.map((one) => (
                  <DifferenceRow
                    key={one.id}
                    one={one}
                    isSelected={one.id === selected}
                    onClick={() => select(one.id)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

type RowProps = {
  readonly one: Difference;
  readonly isSelected: boolean;
  readonly onClick: () => void;
};

const DifferenceRow = ({ one, isSelected, onClick }: RowProps) => (
  <li>
    <UnstyledButton
      className={classes.difference}
      data-element={one.id}
      aria-pressed={isSelected}
      onClick={onClick}
    >
      {one.name}
      {one.changes.map((change) => (
        <ChangeLine key={change.what} change={change} />
      ))}
    </UnstyledButton>
  </li>
);

/** A parameter and both its values, as a sentence. */
const ChangeLine = ({ change: { what, before, after } }: { readonly change: Change }) => (
  <span className={classes.change}>
    <b>{what}</b>{' '}
    {before === undefined ? (
      words.wasNotSet
    ) : (
      <>
        {words.was} <del>{words.quoted(before)}</del>
      </>
    )}
    ,{' '}
    {after === undefined ? (
      words.isNotSet
    ) : (
      <>
        {words.is} <ins>{words.quoted(after)}</ins>
      </>
    )}
  </span>
);

function useXml(id: string): string | undefined {
  const { data } = useRead(getProcessDefinition, { params: { id } });
  return useMemo(() => (data?.id === id ? xmlOf(data) : undefined), [data, id]);
}
