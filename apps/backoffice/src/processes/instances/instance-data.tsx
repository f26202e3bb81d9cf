import { Group, Text } from '@mantine/core';
import { Section } from '../../kit/form/section.tsx';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { AttemptRow, SignInRow } from './attempt-row.tsx';
import { ErrorText } from './error-text.tsx';
import { instanceWords } from './instance-words.ts';
import classes from './instances.module.css';

import { attemptsIn, type CheckView, checksIn, signInsIn } from './session-views.ts';
import { Variables } from './variables.tsx';

type Props = { readonly id: string; readonly data: Readonly<Record<string, unknown>> };

/** What an instance holds: sign-ins and attempts at a passkey, checks, every variable. */
export function InstanceData({ id, data }: Props) {
  const attempts = attemptsIn(data);
  const signIns = signInsIn(data);
  const checks = checksIn(data);
  return (
    <>
      {signIns.length > 0 && (
        <Section title={instanceWords.signIns} text={instanceWords.signInsText}>
          <ul className={classes.items}>
            {signIns.map((attempt) => (
              <SignInRow key={`${attempt.number} ${attempt.promptedAt}`} attempt={attempt} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={instanceWords.attempts} text={instanceWords.attemptsText}>
        {attempts.length === 0 ? (
          <Text c="dimmed">{instanceWords.attemptsNone}</Text>
        ) : (
          <ul className={classes.items}>
            {attempts.map((attempt) => (
              <AttemptRow key={`${attempt.number} ${attempt.promptedAt}`} attempt={attempt} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={instanceWords.checks}>
        {checks.length === 0 ? (
          <Text c="dimmed">{instanceWords.checksNone}</Text>
        ) : (
          <ul className={classes.items}>
            {checks.map((check) => (
              <CheckRow key={check.key} check={check} />
            ))}
          </ul>
        )}
      </Section>
      <Variables id={id} data={data} />
    </>
  );
}

const CheckRow = ({ check: { key, outcome, code } }: { readonly check: CheckView }) => (
  <li>
    <Group gap="xs">
      <StatusBadge tone={outcome === 'PASSED' ? 'good' : 'bad'}>
        {outcome === 'PASSED' ? instanceWords.passed : instanceWords.failed}
      </StatusBadge>
      <span className="lk-mono">{key}</span>
      {code !== undefined && <ErrorText code={code} />}
    </Group>
  </li>
);
