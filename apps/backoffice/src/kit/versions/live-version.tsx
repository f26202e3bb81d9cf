import { StatusBadge } from '../status-badge.tsx';
import type { NamedVersion } from './named-version.ts';
import { versionWords } from './version-words.ts';

/** Which version people get, whatever newer drafts there are. */
export const LiveVersion = ({ of }: { readonly of: Pick<NamedVersion, 'deployedVersion'> }) =>
  of.deployedVersion === undefined ? (
    <StatusBadge tone="quiet">{versionWords.notLive}</StatusBadge>
  ) : (
    <StatusBadge tone="busy">{versionWords.liveOf(of.deployedVersion)}</StatusBadge>
  );
