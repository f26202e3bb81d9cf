import { Group, Text } from '@mantine/core';
import { Facts } from '../../kit/facts.tsx';
import { Moment } from '../../kit/moment.tsx';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { durationText } from './duration.ts';
import { ErrorText } from './error-text.tsx';
import { instanceWords, outcomeWords } from './instance-words.ts';
import type { Attempt, SignIn } from './session-views.ts';

type Fact = readonly [name: string, value: React.ReactNode];
type Props = {
  readonly attempt: Attempt;
  /** The activity that judges what the browser made. */
  readonly judge?: string;
  /** What is known beside what every attempt tells. */
  readonly more?: readonly Fact[];
};

/** One attempt to sign in: as any, and by which passkey, the person verified or not. */
export const SignInRow = ({ attempt }: { readonly attempt: SignIn }) => (
  <AttemptRow
    attempt={attempt}
    judge="completePasskeyAuthentication"
    more={signedInBy(attempt.completePasskeyAuthenticationResponse)}
  />
);

function signedInBy(end: SignIn['completePasskeyAuthenticationResponse']): readonly Fact[] {
  if (end === undefined) return [];
  const { passkey, userVerified } = end;
  const words = userVerified ? instanceWords.verified : instanceWords.notVerified;
  return [
    [instanceWords.passkey, passkey.name],
    ...(userVerified === undefined ? [] : ([[instanceWords.person, words]] as const)),
  ];
}

/** One attempt at a passkey: which browser, what came of its prompt, after how long. */
export const AttemptRow = ({ attempt, judge = 'completePasskeyRegistration', more = [] }: Props) => (
  <li>
    <Group gap="xs" mb={6}>
      <Text fw={550}>{instanceWords.attempt(attempt.number)}</Text>
      <Outcome attempt={attempt} />
    </Group>
    {isPrompted(attempt) && <AttemptFacts {...{ attempt, judge, more }} />}
  </li>
);

const isPrompted = ({ promptedAt, browserOutcome }: Attempt) =>
  promptedAt !== undefined || browserOutcome !== undefined;

const AttemptFacts = ({ attempt, judge, more }: Required<Props>) => (
  <Facts
    facts={[
      ...more,
      [
        instanceWords.browser,
        attempt.browserFamily && instanceWords.on(attempt.browserFamily, attempt.deviceFamily),
      ],
      [
        instanceWords.prompted,
        attempt.promptedAt === undefined ? undefined : (
          <Moment key="prompted" at={new Date(attempt.promptedAt).toISOString()} />
        ),
      ],
      [
        instanceWords.elapsed,
        attempt.browserElapsedMs === undefined ? undefined : durationText(attempt.browserElapsedMs),
      ],
      ...(attempt.browserErrorName
        ? ([[instanceWords.errorName, <code key="error">{attempt.browserErrorName}</code>]] as const)
        : []),
      ...(attempt.failure
        ? ([
            [instanceWords.serverSays, <ErrorText key="failure" code={attempt.failure} activity={judge} />],
          ] as const)
        : []),
    ]}
  />
);

function Outcome({ attempt }: { readonly attempt: Attempt }) {
  const { browserOutcome, browserElapsedMs, failure } = attempt;
  if (!isPrompted(attempt)) return <StatusBadge tone="quiet">{instanceWords.notPrompted}</StatusBadge>;
  if (browserOutcome === undefined) return null;
  const isAnswer = ['registered', 'asserted'].includes(browserOutcome);
  const isRefused = isAnswer && failure !== undefined;
  const words = isRefused ? instanceWords.refused : (outcomeWords[browserOutcome] ?? browserOutcome);
  const tone = isRefused ? 'bad' : isAnswer ? 'good' : browserOutcome === 'cancelled' ? 'quiet' : 'warn';
  return (
    <StatusBadge tone={tone}>
      {browserElapsedMs === undefined
        ? words
        : instanceWords.endedAfter(words, durationText(browserElapsedMs))}
    </StatusBadge>
  );
}
