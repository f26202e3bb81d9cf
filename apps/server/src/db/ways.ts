type Command = 'select' | 'insert' | 'update' | 'delete' | 'all';

/**
 * How a statement leaves its tenant: each way opens one command on the tables that it names, and only for the
 * statements that name the way. docs/decisions/0011-tenants-are-walled-by-the-database.md says why each exists.
 */
export const ways = Object.freeze({
  /** Whose a secret, a link or a due piece of work is, before its tenant is known. */
  'find-owner': {
    command: 'select',
    tables: [
      'api_secrets',
      'operator_credentials',
      'operator_invitations',
      'operator_sessions',
      'outbox',
      'page_files',
      'process_instances',
      'process_tokens',
      'relying_parties',
      'tenants',
      'themes',
      'webhook_deliveries',
    ],
  },
  /** A sign-in begins before anybody knows whose passkey will answer. */
  'sign-in': { command: 'all', tables: ['operator_ceremonies'] },
  /** Whose audit has records to link, or to forget. */
  'keep-audit': { command: 'select', tables: ['audit', 'audit_chains', 'audit_links', 'tenants'] },
  /** Which roots tenants trust, and whose passkeys are to be assessed anew. */
  'keep-trust': { command: 'select', tables: ['tenants', 'trust_anchors'] },
  /** Whose data keys are to be wrapped by a newer key. */
  'rotate-keys': { command: 'select', tables: ['data_keys'] },
  /** Whose rows an earlier version left in clear. */
  'seal-passkeys': {
    command: 'select',
    tables: ['credentials', 'operator_credentials', 'registration_sessions', 'tenants', 'upgrades'],
  },
  /** Which tenants there are. */
  'administer-tenants': { command: 'all', tables: ['tenants'] },
} as const satisfies Readonly<Record<string, WayOut>>);

type WayOut = { readonly command: Command; readonly tables: readonly string[] };

/** The name of a way. */
export type Way = keyof typeof ways;

/** Tables that belong to no tenant. Every other one has a column `tenant_id`. */
export const platformTables: readonly string[] = Object.freeze([
  'migrations',
  'reassessments',
  'request_buckets',
  'signing_keys',
  'trust_sources',
]);
