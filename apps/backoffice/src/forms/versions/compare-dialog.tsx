import { type Form, type FormVersion, getCustomDataForm } from '@latchkey/contract';
import { Badge, List, Modal, Skeleton, Tabs, Text } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { lazyPart } from '../../kit/lazy-part.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { common } from '../../words/common.ts';
import { compareForms, type FormChange } from '../document/compare-forms.ts';
import { isObject } from '../document/form-json.ts';
import { formWords } from '../form-words.ts';
import classes from '../forms.module.css';

const TextCompare = lazyPart(() => import('../code/text-compare.tsx').then((module) => module.TextCompare));

/** Two versions of one form, the older first. */
export type Comparison = { readonly before: FormVersion; readonly after: FormVersion };

/** What has changed from one version to another: as a list that says what it means, and as text. */
export function CompareDialog({ before, after, onClose }: Comparison & { readonly onClose: () => void }) {
  const old = useRead(getCustomDataForm, { params: { id: before.id } });
  const next = useRead(getCustomDataForm, { params: { id: after.id } });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={formWords.compareTitle(before.version, after.version)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Loaded answer={old}>
        {(one) => <Loaded answer={next}>{(other) => <Both old={one} next={other} />}</Loaded>}
      </Loaded>
    </Modal>
  );
}

function Both({ old, next }: { readonly old: Form; readonly next: Form }) {
  const [before, after] = [prettyOf(old.resource), prettyOf(next.resource)];
  const changes = useMemo(() => compareForms(objectIn(before), objectIn(after)), [before, after]);
  return (
    <Tabs defaultValue="list" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="list">{formWords.changes(changes.length)}</Tabs.Tab>
        <Tabs.Tab value="text">{formWords.asText}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="list" pt="md">
        {changes.length === 0 ? (
          <Text c="dimmed">{formWords.noChanges}</Text>
        ) : (
          <List spacing="sm" listStyleType="none" aria-label={formWords.changes(changes.length)}>
            {changes.map((change) => (
              <List.Item key={`${change.kind} ${change.subject} ${change.type} ${change.member}`}>
                <Change change={change} />
              </List.Item>
            ))}
          </List>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="text" pt="md">
        <Suspense fallback={<Skeleton height={320} />}>
          <TextCompare label={formWords.asText} before={before} after={after} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

const tones = { added: 'green', removed: 'red', moved: 'gray', changed: 'yellow' } as const;

const Change = ({
  change: { kind, subject, type, member, before, after },
}: {
  readonly change: FormChange;
}) => (
  <div className={classes.change}>
    <Badge color={tones[kind]}>{formWords.changeKinds[kind]}</Badge>
    <span>
      <strong>{subject}</strong>{' '}
      {type !== undefined && (
        <Text component="span" c="dimmed" size="sm">
          {type}
        </Text>
      )}
      {member !== undefined && (
        <span className={classes.values}>
          <code>{member}</code>
          {before !== undefined && <del>{before}</del>}
          {after !== undefined && <ins>{after}</ins>}
        </span>
      )}
    </span>
  </div>
);

const prettyOf = (text: string): string => JSON.stringify(JSON.parse(text), null, 2);

function objectIn(text: string) {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}
