import type { PolicyVerdict } from '@latchkey/contract';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Facts } from '../kit/facts.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { common } from '../words/common.ts';
import { algorithmLabel } from './algorithm-names.ts';
import classes from './trial.module.css';
import { checkWords, trialWords } from './trial-words.ts';

type Props = { readonly verdict: PolicyVerdict; readonly isOriginAdded: boolean };

const tones = { PASSED: 'good', FAILED: 'bad', NOT_REACHED: 'quiet' } as const;

/** How the server judges an answer: the verdict, what the passkey would be, every check. */
export function TrialVerdict({ verdict, isOriginAdded }: Props) {
  const { accepted, problem, checks, facts } = verdict;
  const Icon = accepted ? IconCircleCheck : IconCircleX;
  const passed = checks.filter(({ outcome }) => outcome === 'PASSED').length;
  return (
    <Stack gap="md">
      <Alert
        color={accepted ? 'green' : 'red'}
        icon={<Icon aria-hidden />}
        title={accepted ? trialWords.accepted : trialWords.refused}
      >
        {problem && (
          <>
            <Text size="md">
              {problem.title} {problem.detail}
            </Text>
            <Text size="xs" className="lk-mono">
              {problem.code} · {problem.step}
            </Text>
          </>
        )}
        <Text size="sm">{trialWords.removal}</Text>
      </Alert>
      {isOriginAdded && <Text size="sm">{trialWords.originAdded}</Text>}
      {facts && <TrialFacts facts={facts} />}
      <details open={!accepted}>
        <summary>{trialWords.checksPassed(passed, checks.length)}</summary>
        <ol className={classes.checks} aria-label={trialWords.checks}>
          {checks.map(({ code, outcome }) => (
            <li key={code}>
              <span>{checkWords[code] ?? code}</span>
              <StatusBadge tone={tones[outcome]}>{trialWords.outcomes[outcome]}</StatusBadge>
            </li>
          ))}
        </ol>
      </details>
    </Stack>
  );
}

const yesNo = (value: boolean): string => (value ? common.yes : common.no);

const TrialFacts = ({ facts }: { readonly facts: NonNullable<PolicyVerdict['facts']> }) => (
  <div>
    <Title order={3} size="h6" mb="xs">
      {trialWords.facts}
    </Title>
    <Facts
      facts={[
        [
          trialWords.model,
          `${facts.provider ?? trialWords.unknownModel} (${facts.aaguidVerified ? trialWords.attested : trialWords.claimed}) · ${facts.aaguid}`,
        ],
        [trialWords.userVerified, yesNo(facts.userVerified)],
        [trialWords.backupEligible, yesNo(facts.backupEligible)],
        [trialWords.backedUp, yesNo(facts.backedUp)],
        [
          trialWords.discoverable,
          facts.discoverable === undefined ? trialWords.unknown : yesNo(facts.discoverable),
        ],
        [trialWords.attestation, `${facts.attestationFormat}, ${facts.attestationType}`],
        [trialWords.algorithm, algorithmLabel(facts.algorithm)],
        [trialWords.attachment, facts.attachment],
        [trialWords.transports, facts.transports.join(', ') || undefined],
        [trialWords.origin, facts.origin],
      ]}
    />
  </div>
);
