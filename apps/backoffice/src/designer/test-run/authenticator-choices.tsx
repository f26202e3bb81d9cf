import { type SimulatedAuthenticator, simulatedAttestations, simulatedFaults } from '@latchkey/contract';
import { NativeSelect, Switch } from '@mantine/core';
import classes from './test-run.module.css';
import { runWords } from './words.ts';

type Props = {
  /** It signs in with a passkey that is there: what it was made by is past. */
  readonly isSignIn?: boolean;
  readonly value: SimulatedAuthenticator;
  readonly onChange: (value: SimulatedAuthenticator) => void;
};

const labelled = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** How the simulated authenticator behaves. */
export function AuthenticatorChoices({ isSignIn = false, value, onChange }: Props) {
  const { fault: _, ...withoutFault } = value;
  return (
    <div className={classes.choices}>
      {!isSignIn && <MadeBy {...{ value, onChange }} />}
      <NativeSelect
        size="xs"
        label={runWords.fault}
        data={[{ value: '', label: runWords.noFault }, ...(isSignIn ? signInFaults : simulatedFaults)]}
        value={value.fault ?? ''}
        onChange={({ currentTarget: { value: fault } }) =>
          onChange(fault === '' ? withoutFault : { ...value, fault: fault as 'wrong-origin' })
        }
      />
      <Switch
        size="sm"
        label={runWords.userVerified}
        checked={value.userVerified ?? true}
        onChange={({ currentTarget }) => onChange({ ...value, userVerified: currentTarget.checked })}
      />
    </div>
  );
}

/** What a passkey is made by. */
function MadeBy({ value, onChange }: Omit<Props, 'isSignIn'>) {
  const { attachment: _, ...withoutAttachment } = value;
  return (
    <>
      <NativeSelect
        size="xs"
        label={runWords.backup}
        data={labelled(runWords.backups)}
        value={value.backup ?? 'device-bound'}
        onChange={({ currentTarget }) => onChange({ ...value, backup: currentTarget.value as 'synced' })}
      />
      <NativeSelect
        size="xs"
        label={runWords.attachment}
        data={labelled(runWords.attachments)}
        value={value.attachment ?? ''}
        onChange={({ currentTarget: { value: attachment } }) =>
          onChange(attachment === '' ? withoutAttachment : { ...value, attachment: attachment as 'platform' })
        }
      />
      <NativeSelect
        size="xs"
        label={runWords.attestation}
        data={[...simulatedAttestations]}
        value={value.attestation ?? 'none'}
        onChange={({ currentTarget }) => onChange({ ...value, attestation: currentTarget.value as 'none' })}
      />
    </>
  );
}

/** What can be wrong when nothing is made. */
const signInFaults = simulatedFaults.filter((fault) =>
  [
    'wrong-challenge',
    'wrong-origin',
    'foreign-frame',
    'wrong-type',
    'wrong-relying-party',
    'user-not-present',
    'user-not-verified',
    'backed-up-but-not-eligible',
    'broken-client-data',
  ].includes(fault),
);
