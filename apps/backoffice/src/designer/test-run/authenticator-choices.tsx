import { type SimulatedAuthenticator, simulatedAttestations, simulatedFaults } from '@latchkey/contract';
import { NativeSelect, Switch } from '@mantine/core';
import classes from './test-run.module.css';
import { runWords } from './words.ts';

type Props = {
  readonly value: SimulatedAuthenticator;
  readonly onChange: (value: SimulatedAuthenticator) => void;
};

const labelled = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** How the simulated authenticator behaves. */
export function AuthenticatorChoices({ value, onChange }: Props) {
  const { attachment: _, ...withoutAttachment } = value;
  const { fault: __, ...withoutFault } = value;
  return (
    <div className={classes.choices}>
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
      <NativeSelect
        size="xs"
        label={runWords.fault}
        data={[{ value: '', label: runWords.noFault }, ...simulatedFaults]}
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
