import type { BackofficeAssets } from '@latchkey/backoffice';
import type { BuiltAssets } from '@latchkey/journey';
import type { Clock } from '@latchkey/kernel';
import type { Activity } from './activities/define-activity.ts';
import type { Patience } from './background/job-queue.ts';
import type { Database } from './db/sql.ts';
import type { EgressAllowance } from './egress/address-ranges.ts';
import type { Log } from './http/log.ts';
import type { Rates } from './limits/rate.ts';
import type { ContentUrl } from './pages/page.ts';
import type { MetadataSettings } from './trust/trust-settings.ts';

/** What the product is put together from; each part gets only what it names. */
export type World = {
  readonly database: Database;
  readonly log: Log;
  readonly now: Clock;
  readonly secretKey: Uint8Array;
  /** Keys that the secret key has taken over from, for what they still wrap. */
  readonly formerSecretKeys?: readonly Uint8Array[];
  /** The origin that people see; known when the server listens. */
  readonly publicUrl: () => string;
  /** The origin of the content host, where pages of tenants stand; known when it listens. */
  readonly contentUrl: ContentUrl;
  readonly assets: BuiltAssets;
  readonly backoffice: BackofficeAssets;
  readonly version: string;
  /** The tenant from which the others are managed; absent: none. */
  readonly platformTenant?: string | undefined;
  /** Registrations for others by one actor in an hour, beyond which the audit sounds an alarm; 100 unless told. */
  readonly takeoverAlarm?: number;
  /** How much anybody may ask for; as usual unless told. */
  readonly rates?: Rates;
  /** Connections that the database has; 10 unless told. */
  readonly poolSize?: number;
  readonly trustedProxies?: readonly string[];
  /** Tenants are at `{tenant}.` and this domain; absent: all at `publicUrl`. */
  readonly baseDomain?: string | undefined;
  /** Where metadata and revocations come from; none without. */
  readonly metadata?: MetadataSettings;
  /** What the server's own requests may reach beyond the public internet; nothing unless told. */
  readonly allowance?: EgressAllowance;
  /** How long webhooks are tried. */
  readonly patience?: Patience;
  /** Activities beside the product's own. */
  readonly activities?: readonly Activity[];
};
