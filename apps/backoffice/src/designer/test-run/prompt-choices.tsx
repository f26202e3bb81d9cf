import { promptOutcomes, type SimulatedAuthenticator } from '@latchkey/contract';
import { Stack, TextInput } from '@mantine/core';
import { IconDeviceLaptop, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { AuthenticatorChoices } from './authenticator-choices.tsx';
import { Choice } from './choice.tsx';
import classes from './test-run.module.css';
import type { WaitProps } from './wait-card.tsx';
import { runWords } from './words.ts';

/** How the prompt of a passkey form is answered. */
export function PromptChoices({ wait, isPromptOpen, isBusy, onAnswer }: WaitProps) {
  const isSignIn = wait.kind === 'sign-in-form';
  const [person, setPerson] = useState('');
  const [authenticator, setAuthenticator] = useState<SimulatedAuthenticator>({});
  const words = isSignIn ? runWords.signIn : runWords.creation;
  const { origins = [], relyingPartyId = '' } = wait.passkey ?? {};
  const isOwnFit = origins.includes(location.origin);
  return (
    <div className={classes.prompt} data-open={isPromptOpen || undefined}>
      <p className={classes.help} role="status">
        {isPromptOpen ? words.open : words.before}
      </p>
      <h5>{runWords.simulated}</h5>
      {isSignIn && (
        <TextInput
          size="xs"
          label={runWords.person}
          description={runWords.personHelp}
          value={person}
          onChange={({ currentTarget }) => setPerson(currentTarget.value)}
        />
      )}
      <AuthenticatorChoices {...{ isSignIn }} value={authenticator} onChange={setAuthenticator} />
      <Stack gap={6}>
        <Choice
          icon={<IconKey size={14} />}
          isMain
          {...{ isBusy }}
          onPick={() =>
            onAnswer({ kind: 'simulated', authenticator, ...(person.trim() && { person: person.trim() }) })
          }
        >
          {words.answer}
        </Choice>
        <Choice
          icon={<IconDeviceLaptop size={14} />}
          isBusy={isBusy || !isOwnFit}
          onPick={() => onAnswer({ kind: 'own-device' })}
        >
          {runWords.ownDevice}
        </Choice>
      </Stack>
      <p className={classes.help}>
        {isOwnFit ? words.own : runWords.ownDeviceNot(relyingPartyId, origins, location.origin)}
      </p>
      <h5>{words.orElse}</h5>
      <Stack gap={6}>
        {promptOutcomes
          .filter((outcome) => !isSignIn || outcome !== 'already-registered')
          .map((outcome) => (
            <Choice key={outcome} {...{ isBusy }} onPick={() => onAnswer({ kind: 'ends', outcome })}>
              {isSignIn ? runWords.signInOutcomes[outcome] : runWords.outcomes[outcome]}
            </Choice>
          ))}
      </Stack>
    </div>
  );
}
