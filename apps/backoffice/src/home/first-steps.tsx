import {
  createStore,
  listProcessDefinitions,
  listProcessTokens,
  listRelyingParties,
  listStores,
} from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { useMay } from '../session/use-session.ts';
import classes from './home.module.css';
import { homeWords } from './words.ts';

/** What is left to do before the first passkey; gone when everything is done. */
export function FirstSteps() {
  const may = useMay();
  const isAsked =
    may(createStore) && [listRelyingParties, listProcessDefinitions, listProcessTokens].every(may);
  const stores = useRead(listStores, { query: { size: 1, sort: ['createdDtm,asc'] } }, { enabled: isAsked });
  const storeName = stores.data?.content[0]?.name ?? '';
  const inStore = { params: { storeName }, query: { size: 1 } };
  const enabled = isAsked && storeName !== '';
  const parties = useRead(listRelyingParties, inStore, { enabled });
  const processes = useRead(listProcessDefinitions, { query: { size: 1 } }, { enabled: isAsked });
  const tokens = useRead(listProcessTokens, { query: { size: 1 } }, { enabled: isAsked });
  const isKnown = stores.data && processes.data && tokens.data && (storeName === '' || parties.data);
  const has = {
    store: storeName !== '',
    party: (parties.data?.totalElements ?? 0) > 0,
    process: (processes.data?.totalElements ?? 0) > 0,
    link: (tokens.data?.totalElements ?? 0) > 0,
  };
  if (!isKnown || Object.values(has).every(Boolean)) return null;
  return (
    <Section title={homeWords.start} text={homeWords.startText}>
      <ol className={classes.steps}>
        <Step words={homeWords.steps.store} to="/stores/new" isDone={has.store} />
        <Step words={homeWords.steps.party} to="/relying-parties/new" isDone={has.party} />
        <Step words={homeWords.steps.process} to="/designer/new" isDone={has.process} />
        <Step words={homeWords.steps.link} to="/tokens/new" isDone={has.link} />
      </ol>
    </Section>
  );
}

type StepProps = {
  readonly words: readonly string[];
  readonly to: NonNullable<LinkProps['to']>;
  readonly isDone: boolean;
};

const Step = ({ words: [title, text], to, isDone }: StepProps) => (
  <li>
    {isDone ? (
      <IconCircleCheckFilled size={20} color="var(--lk-good)" aria-label={homeWords.done} />
    ) : (
      <IconCircle size={20} aria-hidden />
    )}
    <div>
      {isDone ? (
        <Text fw={550}>{title}</Text>
      ) : (
        <TextLink to={to} fw={550}>
          {title}
        </TextLink>
      )}
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </div>
  </li>
);
