import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, settings } from '../apps/server/src/config.ts';
import { describeConfig } from '../apps/server/src/describe-config.ts';

const text = readFileSync(join(import.meta.dirname, '../docs/operations.md'), 'utf8');
const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+) \|$/gm)].map(
  ([, name, expected, fallback]) => ({
    name,
    expected: expected?.replaceAll('\\|', '|'),
    fallback,
  }),
);

describe('the settings in docs/operations.md', () => {
  test('are those of config.ts, in its words', () => {
    expect(rows.map(({ name, expected }) => ({ name, expected }))).toEqual(
      settings.map(({ name, expected }) => ({ name, expected })),
    );
  });

  test('name the files that secrets may come from, and no others', () => {
    const named = [...text.matchAll(/`([A-Z_]+)_FILE`/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(settings.flatMap(({ name, isSecret }) => (isSecret ? [name] : [])).sort());
  });

  test.each([
    ['PORT', 'port'],
    ['HOST', 'host'],
    ['LATCHKEY_LOG', 'logLevel'],
    ['LATCHKEY_POOL_SIZE', 'poolSize'],
    ['LATCHKEY_NAMED_STATEMENTS', 'namedStatements'],
  ])('%s has the default that it has', (name, field) => {
    const fallback = rows.find((row) => row.name === name)?.fallback;
    expect(fallback).toContain(`\`${describeConfig(readConfig({}))[field]}\``);
  });
});
