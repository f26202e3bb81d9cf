import type { AuthenticatorModel } from '@latchkey/contract';
import { Group } from '@mantine/core';
import { StatusBadge } from '../kit/status-badge.tsx';
import { authenticatorWords as words } from './words.ts';

const bad = [
  'REVOKED',
  'USER_VERIFICATION_BYPASS',
  'ATTESTATION_KEY_COMPROMISE',
  'USER_KEY_REMOTE_COMPROMISE',
  'USER_KEY_PHYSICAL_COMPROMISE',
];

/** What the metadata say of a model: everything against it, else its newest status. */
export function Standing({ statuses }: Pick<AuthenticatorModel, 'statuses'>) {
  const against = [...new Set(statuses.filter((status) => bad.includes(status)))];
  if (against.length > 0)
    return (
      <Group gap={4}>
        {against.map((status) => (
          <StatusBadge key={status} tone="bad">
            {words.statuses[status] ?? status}
          </StatusBadge>
        ))}
      </Group>
    );
  const newest = statuses.at(-1);
  if (newest === undefined) return <StatusBadge tone="quiet">{words.notListed}</StatusBadge>;
  if (newest.startsWith('FIDO_CERTIFIED')) return <StatusBadge tone="good">{words.certified}</StatusBadge>;
  return (
    <StatusBadge tone={newest === 'UPDATE_AVAILABLE' ? 'warn' : 'quiet'}>
      {words.statuses[newest] ?? newest}
    </StatusBadge>
  );
}

/** What is held against passkeys, in words. */
export const Findings = ({ findings }: { readonly findings: readonly string[] }) => (
  <Group gap={4}>
    {findings.map((code) => (
      <StatusBadge key={code} tone={code === 'policy.model-watched' ? 'warn' : 'bad'}>
        {words.findings[code] ?? code}
      </StatusBadge>
    ))}
  </Group>
);
