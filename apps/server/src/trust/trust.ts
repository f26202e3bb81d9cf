import {
  type AttestationTrust,
  type MetadataBlob,
  type RevocationList,
  readMetadataBlob,
  readRevocationList,
} from '@latchkey/passkeys';
import type { Sql } from '../db/sql.ts';
import type { MetadataSettings } from './trust-settings.ts';
import {
  type KeptAnchor,
  type KeptSource,
  keptAnchors,
  keptSources,
  trustStamp,
} from './trust-sources.sql.ts';

/** What a server process knows of whom to trust; registrations ask it alone, never the network. */
export type Trust = {
  /** What a tenant's attestations are judged by at a moment. */
  readonly of: (tenant: string, now: number) => AttestationTrust;
  /** The metadata, while they count. */
  readonly metadata: (now: number) => MetadataBlob | undefined;
  /** How many entries a source has given. */
  readonly entriesOf: (source: string) => number;
  /** Reads everything again, if anything has changed. */
  readonly reload: (sql: Sql) => Promise<void>;
};

type Known = {
  readonly stamp: string;
  readonly metadata?: MetadataBlob;
  readonly byModel: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly byTenant: ReadonlyMap<string, TenantAnchors>;
  readonly revocations: readonly RevocationList[];
  readonly entries: ReadonlyMap<string, number>;
};
type TenantAnchors = {
  readonly anchors: readonly Uint8Array[];
  readonly byModel: ReadonlyMap<string, readonly Uint8Array[]>;
};

const nothing: Known = Object.freeze({
  stamp: '',
  byModel: new Map(),
  byTenant: new Map(),
  revocations: [],
  entries: new Map(),
});
const none: TenantAnchors = Object.freeze({ anchors: Object.freeze([]), byModel: new Map() });

/** Makes the memory of whom to trust; it knows nothing until it is loaded. */
export function openTrust({
  settings,
  now: clock,
}: {
  readonly settings: MetadataSettings;
  readonly now: () => number;
}): Trust {
  let known = nothing;
  const metadata = (now: number) =>
    known.metadata && now <= known.metadata.nextUpdate + settings.graceMs ? known.metadata : undefined;
  return Object.freeze({
    metadata,
    of: (tenant: string, now: number) => trustOf(known, metadata(now), tenant, now),
    entriesOf: (source: string) => known.entries.get(source) ?? 0,
    reload: async (sql: Sql) => {
      const stamp = await trustStamp(sql);
      if (stamp === known.stamp) return;
      const [sources, anchors] = [await keptSources(sql), await keptAnchors(sql)];
      const configured = sources.filter(({ source }) => isConfigured(settings, source));
      known = { stamp, ...readSources(configured, settings, clock()), byTenant: grouped(anchors) };
    },
  });
}

const isConfigured = ({ source, revocationLists }: MetadataSettings, name: string): boolean =>
  name === source || revocationLists.includes(name);

function trustOf(
  { byModel, byTenant, revocations }: Known,
  metadata: MetadataBlob | undefined,
  tenant: string,
  now: number,
): AttestationTrust {
  const own = byTenant.get(tenant) ?? none;
  return {
    now,
    anchors: own.anchors,
    anchorsFor: (aaguid) => [
      ...(own.byModel.get(aaguid) ?? []),
      ...((metadata && byModel.get(aaguid)) ?? []),
    ],
    ...(metadata && { metadata }),
    isRevoked: (certificate) => revocations.some((list) => list.revokes(certificate)),
  };
}

function readSources(
  sources: readonly KeptSource[],
  settings: MetadataSettings,
  now: number,
): Omit<Known, 'stamp' | 'byTenant'> {
  const entries = new Map<string, number>();
  const revocations: RevocationList[] = [];
  const blobs: MetadataBlob[] = [];
  for (const { source, kind, body } of sources) {
    if (body === null) continue;
    const read = kind === 'metadata' ? readBlob(body, settings, now) : readRevocationList(body);
    if (!read) continue;
    if ('entries' in read) blobs.push(read);
    else revocations.push(read);
    entries.set(source, 'entries' in read ? read.entries.length : read.size);
  }
  const [metadata] = blobs.sort((one, other) => other.number - one.number);
  return { ...(metadata && { metadata }), byModel: anchorsByModel(metadata), revocations, entries };
}

/** What was kept was verified once; it is verified again, since a database is no proof. */
function readBlob(
  body: string,
  { root, host, graceMs }: MetadataSettings,
  now: number,
): MetadataBlob | undefined {
  try {
    return readMetadataBlob(body, { now, root, host, graceMs });
  } catch {
    return undefined;
  }
}

/** U2F has no AAGUID but zeros, under which its anchors are asked for. */
const noAaguid = '00000000-0000-0000-0000-000000000000';

const anchorsByModel = (metadata: MetadataBlob | undefined): ReadonlyMap<string, readonly Uint8Array[]> =>
  collected((metadata?.entries ?? []).map(({ aaguid = noAaguid, anchors }) => [aaguid, anchors] as const));

function grouped(kept: readonly KeptAnchor[]): ReadonlyMap<string, TenantAnchors> {
  const tenants = Map.groupBy(kept, ({ tenant }) => tenant);
  return new Map(
    [...tenants].map(([tenant, anchors]) => [
      tenant,
      {
        anchors: anchors.filter(({ aaguid }) => aaguid === null).map(({ der }) => der),
        byModel: collected(
          anchors.flatMap(({ aaguid, der }) => (aaguid === null ? [] : [[aaguid, [der]] as const])),
        ),
      },
    ]),
  );
}

function collected(
  pairs: readonly (readonly [string, readonly Uint8Array[]])[],
): ReadonlyMap<string, readonly Uint8Array[]> {
  const all = new Map<string, readonly Uint8Array[]>();
  for (const [name, anchors] of pairs) all.set(name, [...(all.get(name) ?? []), ...anchors]);
  return all;
}
