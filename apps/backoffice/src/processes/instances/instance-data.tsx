import { type HistoryEntry, listActivities } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { useRead } from '../../api/use-read.ts';
import { Section } from '../../kit/form/section.tsx';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { useMay } from '../../session/use-session.ts';
import { AttemptRow, SignInRow } from './attempt-row.tsx';
import { elementName } from './element-name.ts';
import { ErrorText } from './error-text.tsx';
import { instanceWords } from './instance-words.ts';
import classes from './instances.module.css';
import { attemptsIn, type CheckView, checksIn, signInsIn } from './session-views.ts';
import { Variables } from './variables.tsx';

type Props = {
  readonly id: string;
  readonly history: readonly HistoryEntry[];
  readonly data: Readonly<Record<string, unknown>>;
};

/** What an instance holds: sign-ins and attempts at a passkey, checks, every variable. */
export function InstanceData({ id, history, data }: Props) {
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
      {(attempts.length > 0 || signIns.length === 0) && (
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
      )}
      <Section title={instanceWords.checks} text={instanceWords.checksText}>
        {checks.length === 0 ? (
          <Text c="dimmed">{instanceWords.checksNone}</Text>
        ) : (
          <ul className={classes.items}>
            {checks.map((check) => (
              <CheckRow key={check.key} check={check} history={history} />
            ))}
          </ul>
        )}
      </Section>
      <Variables id={id} data={data} />
    </>
  );
}

type CheckProps = Pick<Props, 'history'> & { readonly check: CheckView };

const CheckRow = ({ check: { key, outcome, code, activity }, history }: CheckProps) => (
  <li>
    <Group gap="xs">
      <StatusBadge tone={outcome === 'PASSED' ? 'good' : 'bad'}>
        {outcome === 'PASSED' ? instanceWords.passed : instanceWords.failed}
      </StatusBadge>
      <CheckName name={key} activity={activity} history={history} />
      {code !== undefined && <ErrorText code={code} activity={activity} />}
    </Group>
  </li>
);

/**
 * The activity, and the key under which the session data hold its outcome. A step that failed before its parameters
 * were known is called by its id: people know it by its name.
 */
function CheckName({ name, activity, history }: NameProps) {
  const may = useMay();
  const { data = [] } = useRead(listActivities, {}, { enabled: may(listActivities) });
  const [, element] = /^task:(.+)$/.exec(name) ?? [];
  if (element !== undefined) return <span>{elementName(history, element)}</span>;
  const label = data.find(({ id }) => id === activity)?.label;
  return (
    <>
      {label !== undefined && <span>{label}</span>}
      <Text span size="sm" c="dimmed" className="lk-mono">
        {name}
      </Text>
    </>
  );
}

type NameProps = Pick<Props, 'history'> & { readonly name: string; readonly activity: string | undefined };
