import { randomBytes } from 'node:crypto';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { describeConfig } from './describe-config.ts';
import { readAllowance } from './egress/address-ranges.ts';
import { usualRates } from './limits/rate.ts';
import { loadSecretKeys } from './secret-key.ts';

const [key, formerKey] = [randomBytes(32), randomBytes(32)].map((one) => one.toString('base64url')) as [
  string,
  string,
];
const folder = () => mkdtempSync(join(tmpdir(), 'latchkey-config-'));

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

const noMetadata = {
  metadata: undefined,
  metadataRoot: undefined,
  metadataHost: 'mds.fidoalliance.org',
  metadataGraceDays: 14,
  revocationLists: [] as readonly string[],
};

test('an empty environment gives the defaults, frozen', () => {
  const config = readConfig({});
  expect(config).toEqual({
    port: 3000,
    host: 'localhost',
    publicUrl: undefined,
    contentUrl: undefined,
    contentPort: undefined,
    dataDir: resolve(import.meta.dirname, '../../../.latchkey'),
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    baseDomain: undefined,
    platformTenant: undefined,
    takeoverAlarm: 100,
    rates: usualRates,
    trustedProxies: [],
    secretKeys: undefined,
    egressAllow: { hosts: new Set(), ranges: [] },
    logLevel: 'info',
    poolSize: 10,
    namedStatements: true,
    ...noMetadata,
    isUnderNpm: false,
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('every variable is read, an empty one counts as unset', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '',
    PUBLIC_URL: 'https://id.example.org/',
    CONTENT_URL: 'https://example-pages.org',
    CONTENT_PORT: '3100',
    LATCHKEY_DATA_DIR: '/var/data',
    DATABASE_URL: 'postgresql://a:b@db/latchkey',
    DATABASE_OWNER_URL: 'postgresql://c:d@db/latchkey',
    LATCHKEY_BASE_DOMAIN: 'id.example.org',
    LATCHKEY_PLATFORM_TENANT: 'platform',
    LATCHKEY_TAKEOVER_ALARM: '5',
    LATCHKEY_RATES: 'link=7',
    LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/8 fd00::/8',
    LATCHKEY_SECRET_KEY: `${key} ${formerKey}`,
    LATCHKEY_EGRESS_ALLOW: 'hooks.internal, 10.1.0.0/16',
    LATCHKEY_LOG: 'silent',
    LATCHKEY_POOL_SIZE: '40',
    LATCHKEY_NAMED_STATEMENTS: 'off',
    LATCHKEY_METADATA: 'https://mds3.fidoalliance.org/',
    LATCHKEY_REVOCATION_LISTS: 'crl.pem, https://example.org/list',
    npm_lifecycle_event: 'start',
  });
  expect(config).toEqual({
    port: 0,
    host: 'localhost',
    publicUrl: 'https://id.example.org',
    contentUrl: 'https://example-pages.org',
    contentPort: 3100,
    dataDir: '/var/data',
    databaseUrl: 'postgresql://a:b@db/latchkey',
    databaseOwnerUrl: 'postgresql://c:d@db/latchkey',
    baseDomain: 'id.example.org',
    platformTenant: 'platform',
    takeoverAlarm: 5,
    rates: { ...usualRates, link: { most: 7, seconds: 60 } },
    trustedProxies: ['10.0.0.0/8', 'fd00::/8'],
    secretKeys: [key, formerKey].map((one) => new Uint8Array(Buffer.from(one, 'base64url'))),
    egressAllow: readAllowance('hooks.internal, 10.1.0.0/16'),
    logLevel: 'silent',
    poolSize: 40,
    namedStatements: false,
    ...noMetadata,
    metadata: 'https://mds3.fidoalliance.org/',
    revocationLists: ['crl.pem', 'https://example.org/list'],
    isUnderNpm: true,
  });
});

test('every fault is listed at once, and no secret is shown', () => {
  const faults = faultsOf({
    PORT: '70000',
    PUBLIC_URL: 'http://id.example.org',
    DATABASE_URL: 'mysql://root:hunter2@db',
    LATCHKEY_SECRET_KEY: 'hunter2',
    LATCHKEY_LOG: 'loud',
  });
  expect(faults).toEqual([
    'PORT must be a whole number from 0 (any free port) to 65535, not "70000".',
    'PUBLIC_URL must be an origin without a path, as https://id.example.org; http only on localhost, not "http://id.example.org".',
    'DATABASE_URL must be a connection string, as postgresql://user:password@host:5432/database.',
    'LATCHKEY_SECRET_KEY must be 32 random bytes in base64url (openssl rand -base64 32 | tr +/ -_ | tr -d =), former ones behind it with spaces.',
    'LATCHKEY_LOG must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
  ]);
});

test.each([
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['HOST', 'a b'],
  ['PUBLIC_URL', 'https://id.example.org/path'],
  ['PUBLIC_URL', 'https://user@id.example.org'],
  ['PUBLIC_URL', 'id.example.org'],
  ['LATCHKEY_BASE_DOMAIN', 'Example.Org'],
  ['LATCHKEY_PLATFORM_TENANT', 'a_b'],
  ['LATCHKEY_TAKEOVER_ALARM', '-1'],
  ['LATCHKEY_EGRESS_ALLOW', 'https://hooks.internal'],
  ['LATCHKEY_POOL_SIZE', '1'],
  ['LATCHKEY_NAMED_STATEMENTS', 'maybe'],
  ['LATCHKEY_SECRET_KEY', `${key}A`],
])('%s=%s is refused', (name, value) => {
  expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must be `))]);
});

describe('a secret in a file', () => {
  test('is read without the line end', () => {
    const file = join(folder(), 'url');
    writeFileSync(file, 'postgresql://a:b@db/latchkey\n');
    expect(readConfig({ DATABASE_URL_FILE: file, LATCHKEY_SECRET_KEY: key }).databaseUrl).toBe(
      'postgresql://a:b@db/latchkey',
    );
  });

  test('that is not there is a fault, as is one beside its variable', () => {
    expect(faultsOf({ DATABASE_URL_FILE: '/nowhere/url' })[0]).toMatch(
      /^DATABASE_URL_FILE names a file that cannot be read/,
    );
    const file = join(folder(), 'key');
    writeFileSync(file, key);
    expect(faultsOf({ LATCHKEY_SECRET_KEY: key, LATCHKEY_SECRET_KEY_FILE: file })).toEqual([
      'LATCHKEY_SECRET_KEY and LATCHKEY_SECRET_KEY_FILE are both set; keep one.',
    ]);
  });
});

test('a description shows where things are and opens no door', () => {
  const url = 'postgresql://ann:hunter2@db.example.org:5432/latchkey?sslpassword=hunter2';
  const shown = describeConfig(readConfig({ DATABASE_URL: url, LATCHKEY_SECRET_KEY: key }));
  expect(shown.databaseUrl).toBe('postgresql://***@db.example.org:5432/latchkey');
  expect(JSON.stringify(shown)).not.toMatch(new RegExp(`hunter2|${key}`));
});

describe('the secret key', () => {
  test.each([
    ['DATABASE_URL', 'postgresql://a:b@db/latchkey'],
    ['NODE_ENV', 'production'],
  ])('has to be given with %s', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([
      expect.stringMatching(/^LATCHKEY_SECRET_KEY must be set with DATABASE_URL or NODE_ENV=production/),
    ]);
    expect(faultsOf({ [name]: value, LATCHKEY_SECRET_KEY: key })).toEqual([]);
  });

  test.each([
    Buffer.alloc(32),
    Buffer.alloc(32, 'changeme'),
    Buffer.from('0123456789ABCDEF'.repeat(2)).fill(7, 3),
  ])('is refused when it cannot be random, also as a former one', (weak) => {
    const text = weak.toString('base64url');
    for (const given of [text, `${key} ${text}`])
      expect(faultsOf({ LATCHKEY_SECRET_KEY: given })).toEqual([
        expect.stringContaining('LATCHKEY_SECRET_KEY must be 32 random bytes'),
      ]);
  });

  test('is made once in the data folder, for its owner only', () => {
    const dataDir = join(folder(), 'data');
    const first = loadSecretKeys({ secretKeys: undefined, dataDir });
    expect(first.map(({ length }) => length)).toEqual([32]);
    expect(loadSecretKeys({ secretKeys: undefined, dataDir })).toEqual(first);
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  test('comes from the configuration when given there', () => {
    const given = [randomBytes(32)] as const;
    expect(loadSecretKeys({ secretKeys: given, dataDir: '/nowhere' })).toBe(given);
  });

  test('that is damaged is refused, never replaced', () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'secret-key'), 'short\n');
    expect(() => loadSecretKeys({ secretKeys: undefined, dataDir })).toThrow('does not hold 32 bytes');
  });
});

test.each([
  ['https://id.example.org', 'https://pages.example.org'],
  ['https://example.org', 'https://id.example.org'],
  [undefined, 'http://localhost:3001'],
])('beside %s a content host at %s is refused: it is the same site', (publicUrl, contentUrl) => {
  const faults = faultsOf({ ...(publicUrl && { PUBLIC_URL: publicUrl }), CONTENT_URL: contentUrl });
  expect(faults).toEqual([expect.stringMatching(/^CONTENT_URL must stand on another site than /)]);
});

test.each([
  ['https://id.example.org', 'https://example-pages.org'],
  [undefined, 'http://127.0.0.1:8080'],
])('beside %s a content host at %s is fine', (publicUrl, contentUrl) => {
  expect(faultsOf({ ...(publicUrl && { PUBLIC_URL: publicUrl }), CONTENT_URL: contentUrl })).toEqual([]);
});
