import type { Passkey, User } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { IconCloud, IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { Copyable } from '../kit/copyable.tsx';
import { Facts } from '../kit/facts.tsx';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { algorithmLabel } from '../relying-parties/algorithm-names.ts';
import { common } from '../words/common.ts';
import classes from './passkey.module.css';
import { PasskeyActions } from './passkey-actions.tsx';
import { userWords } from './words.ts';

type Props = { readonly passkey: Passkey; readonly user: User };

/** One passkey: whose model, where it lives, when it was used; the protocol's facts unfold. */
export function PasskeyRow({ passkey, user }: Props) {
  const { name, provider, aaguidVerified, status, createdDtm, lastUsedDtm, relyingPartyId } = passkey;
  return (
    <li className={classes.passkey}>
      <span className={classes.icon} aria-hidden>
        <IconFingerprint size={20} stroke={1.6} />
      </span>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={550}>{name}</Text>
          <Kept passkey={passkey} />
          {status === 'BLOCKED' && <StatusBadge tone="bad">{userWords.blocked}</StatusBadge>}
        </Group>
        <Text c="dimmed" size="sm" component="div">
          {provider !== undefined &&
            `${provider} (${aaguidVerified ? userWords.attested : userWords.claimed}) · `}
          {relyingPartyId} · {userWords.passkeyCreated} <Moment at={createdDtm} /> ·{' '}
          {lastUsedDtm === undefined ? userWords.neverUsed : userWords.lastUsed}{' '}
          {lastUsedDtm !== undefined && <Moment at={lastUsedDtm} />}
        </Text>
        <details className={classes.details}>
          <summary>{userWords.details}</summary>
          <PasskeyFacts passkey={passkey} />
        </details>
      </div>
      <PasskeyActions passkey={passkey} user={user} />
    </li>
  );
}

/** Whether the passkey lives on one device or in a cloud. */
function Kept({ passkey: { backupEligible, backedUp } }: { readonly passkey: Passkey }) {
  const Icon = backupEligible ? IconCloud : IconDeviceMobile;
  const words = backedUp ? userWords.synced : backupEligible ? userWords.syncable : userWords.deviceBound;
  return (
    <span className={classes.kept}>
      <Icon size={14} aria-hidden /> {words}
    </span>
  );
}

const PasskeyFacts = ({ passkey }: { readonly passkey: Passkey }) => (
  <Facts
    facts={[
      [
        userWords.credentialId,
        <Copyable key="id" text={passkey.credentialId} what={userWords.credentialId} />,
      ],
      [userWords.aaguid, <Copyable key="aaguid" text={passkey.aaguid} what={userWords.aaguid} />],
      [userWords.algorithm, algorithmLabel(passkey.algorithm)],
      [userWords.signCount, String(passkey.signCount)],
      [userWords.attestation, [...new Set([passkey.attestationFormat, passkey.attestationType])].join(', ')],
      [userWords.userVerified, passkey.userVerified ? common.yes : common.no],
      [userWords.transports, passkey.hints.transports.join(', ')],
      [userWords.origin, passkey.origin],
    ]}
  />
);
