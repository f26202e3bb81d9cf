import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineProblems } from '@latchkey/kernel';
import { type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { isLoopback, isNetwork, isOrigin, sameSiteFault, wholeNumber } from './config-checks.ts';
import { type EgressAllowance, noAllowance, readAllowance } from './egress/address-ranges.ts';
import { type Rates, readRates, usualRates } from './limits/rate.ts';
import { isWeakKey, readSecretKeys, type SecretKeys } from './secret-key.ts';
import { isSource, listOf } from './trust/source-list.ts';

/** Everything that an operator can set. Read once, at the start. */
export type Config = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The origin that people see; absent: `http://localhost:` and the port. */
  readonly publicUrl: string | undefined;
  /** Tenants are at `{tenant}.` and this domain; absent: all at `publicUrl`. */
  readonly baseDomain: string | undefined;
  /** The tenant from which the others are managed over the API. */
  readonly platformTenant: string | undefined;
  /**
   * The origin at which people see the pages of tenants, on another site; absent: `http://127.0.0.1:` and the port
   * beside `localhost`, and none beside any other `publicUrl`.
   */
  readonly contentUrl: string | undefined;
  /** Absent: the port after `port`, or beside `localhost` any free one. */
  readonly contentPort: number | undefined;
  /** Registrations for others by one actor in an hour, beyond which the audit sounds an alarm. */
  readonly takeoverAlarm: number;
  /** How much anybody may ask for, unless a tenant says otherwise. */
  readonly rates: Rates;
  /** Addresses or ranges of the proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** What webhooks may reach although it is private: host names and ranges, also without https. */
  readonly egressAllow: EgressAllowance;
  /** Absolute. */
  readonly dataDir: string;
  /** As the role of the program. Absent: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** As the owner of the tables, for migrations. */
  readonly databaseOwnerUrl: string | undefined;
  /** Absent: those in the data folder (`loadSecretKeys`). */
  readonly secretKeys: SecretKeys | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly poolSize: number;
  readonly namedStatements: boolean;
  /** A file or an address; absent: no metadata of authenticators. */
  readonly metadata: string | undefined;
  /** PEM or DER; absent: the root of the FIDO Metadata Service. */
  readonly metadataRoot: string | undefined;
  readonly metadataHost: string;
  readonly metadataGraceDays: number;
  /** Files or addresses. */
  readonly revocationLists: readonly string[];
  /** Started by `npm start`, which ends without passing the signal on to the program that it started. */
  readonly isUnderNpm: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Variable = {
  readonly schema: TSchema;
  /** What it must be; completes the sentence `PORT must be …`. */
  readonly expected: string;
  readonly check?: (text: string) => boolean;
  /** May be given as a file by `NAME_FILE`; its value is never shown. */
  readonly isSecret?: true;
};
type Name = keyof typeof variables;

export const configProblems = defineProblems({
  'config.invalid': { title: 'The configuration is not valid.', status: 500 },
});

const variables = Object.freeze({
  PORT: {
    schema: Type.String({ pattern: '^[0-9]{1,5}$' }),
    check: wholeNumber(0, 65_535),
    expected: 'a whole number from 0 (any free port) to 65535',
  },
  HOST: {
    schema: Type.String({ pattern: '^[A-Za-z0-9.:_-]{1,255}$' }),
    expected: 'a host name or an address',
  },
  PUBLIC_URL: {
    schema: Type.String({ pattern: '^https?://' }),
    check: isOrigin,
    expected: 'an origin without a path, as https://id.example.org; http only on localhost',
  },
  LATCHKEY_BASE_DOMAIN: {
    schema: Type.String({ pattern: '^[a-z0-9]([a-z0-9.-]{0,190}[a-z0-9])?$' }),
    expected: 'a domain, as id.example.org, for tenants at tenant.id.example.org',
  },
  LATCHKEY_PLATFORM_TENANT: {
    schema: Type.String({ pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' }),
    expected: 'the id of the tenant from which the others are managed over the API',
  },
  CONTENT_URL: {
    schema: Type.String({ pattern: '^https?://' }),
    check: (text: string) => isOrigin(text) || isLoopback(text),
    expected: 'an origin without a path on another site than PUBLIC_URL, as https://example-pages.org',
  },
  CONTENT_PORT: {
    schema: Type.String({ pattern: '^[0-9]{1,5}$' }),
    check: wholeNumber(0, 65_535),
    expected: 'a whole number from 0 (any free port) to 65535',
  },
  LATCHKEY_TAKEOVER_ALARM: {
    schema: Type.String({ pattern: '^[0-9]{1,9}$' }),
    expected: 'a whole number: passkey registrations for others by one actor in an hour',
  },
  LATCHKEY_RATES: {
    schema: Type.String({ maxLength: 1000 }),
    check: (text: string) => readRates(text) !== undefined,
    expected:
      'a list as client=6000 link=300, of client, operator, visitor, address, link, sign-in, token, target',
  },
  LATCHKEY_TRUSTED_PROXIES: {
    schema: Type.String({ pattern: '^[0-9a-fA-F.:]+(/[0-9]{1,3})?( [0-9a-fA-F.:]+(/[0-9]{1,3})?)*$' }),
    check: (text: string) => text.split(' ').every(isNetwork),
    expected: 'addresses or ranges, as 10.0.0.0/8 fd00::/8',
  },
  LATCHKEY_EGRESS_ALLOW: {
    schema: Type.String({ maxLength: 10_000 }),
    check: (text: string) => readAllowance(text) !== undefined,
    expected: 'host names, addresses and ranges between commas, as hooks.internal, 10.1.0.0/16',
  },
  LATCHKEY_DATA_DIR: { schema: Type.String({ minLength: 1 }), expected: 'a folder' },
  DATABASE_URL: {
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
    check: (text: string) => URL.canParse(text),
    expected: 'a connection string, as postgresql://user:password@host:5432/database',
    isSecret: true,
  },
  DATABASE_OWNER_URL: {
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
    check: (text: string) => URL.canParse(text),
    expected: 'a connection string of the role that owns the tables, beside DATABASE_URL',
    isSecret: true,
  },
  LATCHKEY_SECRET_KEY: {
    schema: Type.String({ pattern: '^[A-Za-z0-9_-]{43}(\\s+[A-Za-z0-9_-]{43}){0,9}$' }),
    check: (text: string) => readSecretKeys(text)?.some(isWeakKey) === false,
    expected:
      '32 random bytes in base64url (openssl rand -base64 32 | tr +/ -_ | tr -d =), former ones behind it with spaces',
    isSecret: true,
  },
  LATCHKEY_LOG: {
    schema: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    expected: 'one of fatal, error, warn, info, debug, trace, silent',
  },
  LATCHKEY_POOL_SIZE: {
    schema: Type.String({ pattern: '^[0-9]{1,4}$' }),
    check: wholeNumber(2, 1_000),
    expected: 'a whole number from 2 to 1000',
  },
  LATCHKEY_NAMED_STATEMENTS: {
    schema: Type.Enum(['on', 'off']),
    expected: 'on, or off behind a pooler that shares connections between transactions',
  },
  LATCHKEY_METADATA: {
    schema: Type.String({ minLength: 1 }),
    check: isSource,
    expected: 'a file or an https address of a FIDO metadata BLOB, as https://mds3.fidoalliance.org/',
  },
  LATCHKEY_METADATA_ROOT: {
    schema: Type.String({ minLength: 1 }),
    expected: 'a file with the root certificate of whoever signs the metadata, if it is not FIDO',
  },
  LATCHKEY_METADATA_HOST: {
    schema: Type.String({ pattern: '^[a-z0-9.-]{1,253}$' }),
    expected: 'the host that the certificate of the signer names',
  },
  LATCHKEY_METADATA_GRACE_DAYS: {
    schema: Type.String({ pattern: '^[0-9]{1,3}$' }),
    expected: 'a whole number of days for which metadata count after their day',
  },
  LATCHKEY_REVOCATION_LISTS: {
    schema: Type.String({ minLength: 1 }),
    check: (text: string) => listOf(text).every(isSource),
    expected: 'files or https addresses of CRLs or of the list of Android keys, separated by commas',
  },
} satisfies Record<string, Variable>);

/** What an operator can set: what each must be, and whether `NAME_FILE` may name a file with it instead. */
export const settings: readonly {
  readonly name: string;
  readonly expected: string;
  readonly isSecret: boolean;
}[] = Object.entries<Variable>(variables).map(([name, { expected, isSecret = false }]) => ({
  name,
  expected,
  isSecret,
}));

const names = Object.keys(variables) as readonly Name[];
const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Reads the environment, the only place that does. An empty variable is an unset one; relative folders start at
 * the current one. Throws `config.invalid`, whose detail lists every fault, one a line.
 */
export function readConfig(environment: Environment = process.env): Config {
  const faults: string[] = [];
  const values = new Map(names.map((name) => [name, readVariable(environment, name, faults)]));
  const domain = values.get('LATCHKEY_BASE_DOMAIN');
  for (const own of [values.get('PUBLIC_URL'), domain && `https://${domain}`]) {
    const sites = sameSiteFault(own, values.get('CONTENT_URL'));
    if (sites !== undefined && !faults.includes(sites)) faults.push(sites);
  }
  const isProduction = environment.NODE_ENV === 'production' || values.get('DATABASE_URL') !== undefined;
  if (isProduction && values.get('LATCHKEY_SECRET_KEY') === undefined && !faults.some(isAboutKey))
    faults.push(keyMissing);
  if (faults.length > 0) throw configProblems.create('config.invalid', { detail: faults.join('\n') });
  const read = (name: Name) => values.get(name);
  const key = read('LATCHKEY_SECRET_KEY');
  return Object.freeze<Config>({
    port: Number(read('PORT') ?? 3000),
    host: read('HOST') ?? 'localhost',
    publicUrl: originOf(read('PUBLIC_URL')),
    baseDomain: read('LATCHKEY_BASE_DOMAIN'),
    platformTenant: read('LATCHKEY_PLATFORM_TENANT'),
    contentUrl: originOf(read('CONTENT_URL')),
    contentPort: numberOf(read('CONTENT_PORT')),
    takeoverAlarm: Number(read('LATCHKEY_TAKEOVER_ALARM') ?? 100),
    rates: readRates(read('LATCHKEY_RATES') ?? '') ?? usualRates,
    trustedProxies: read('LATCHKEY_TRUSTED_PROXIES')?.split(' ') ?? [],
    egressAllow: readAllowance(read('LATCHKEY_EGRESS_ALLOW') ?? '') ?? noAllowance,
    dataDir: resolve(read('LATCHKEY_DATA_DIR') ?? `${projectRoot}.latchkey`),
    databaseUrl: read('DATABASE_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    secretKeys: key === undefined ? undefined : readSecretKeys(key),
    logLevel: (read('LATCHKEY_LOG') ?? 'info') as Config['logLevel'],
    poolSize: Number(read('LATCHKEY_POOL_SIZE') ?? 10),
    namedStatements: read('LATCHKEY_NAMED_STATEMENTS') !== 'off',
    metadata: read('LATCHKEY_METADATA'),
    metadataRoot: read('LATCHKEY_METADATA_ROOT'),
    metadataHost: read('LATCHKEY_METADATA_HOST') ?? 'mds.fidoalliance.org',
    metadataGraceDays: Number(read('LATCHKEY_METADATA_GRACE_DAYS') ?? 14),
    revocationLists: listOf(read('LATCHKEY_REVOCATION_LISTS') ?? ''),
    isUnderNpm: environment.npm_lifecycle_event === 'start',
  });
}

function readVariable(environment: Environment, name: Name, faults: string[]): string | undefined {
  const variable: Variable = variables[name];
  const text = variable.isSecret ? secretText(environment, name, faults) : environment[name] || undefined;
  if (text === undefined) return undefined;
  if (Value.Check(variable.schema, text) && (variable.check?.(text) ?? true)) return text;
  const shown = variable.isSecret ? '' : `, not ${JSON.stringify(text)}`;
  faults.push(`${name} must be ${variable.expected}${shown}.`);
  return undefined;
}

function secretText(environment: Environment, name: Name, faults: string[]): string | undefined {
  const direct = environment[name] || undefined;
  const file = environment[`${name}_FILE`] || undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) faults.push(`${name} and ${name}_FILE are both set; keep one.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE names a file that cannot be read: ${(error as Error).message}.`);
    return undefined;
  }
}

const keyMissing =
  'LATCHKEY_SECRET_KEY must be set with DATABASE_URL or NODE_ENV=production: none is made there, since without it no secret in the database could be read.';
const isAboutKey = (fault: string) => fault.startsWith('LATCHKEY_SECRET_KEY');

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const originOf = (text: string | undefined) => (text === undefined ? undefined : new URL(text).origin);
