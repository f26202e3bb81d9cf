import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { passkeyProblems } from '@latchkey/passkeys';
import { describe, expect, test } from 'vitest';
import { failureWords, familyWords } from '../apps/backoffice/src/processes/instances/failure-words.ts';
import { activities } from '../apps/server/src/activities/index.ts';
import { composeFailures } from '../apps/server/src/compose-failures.ts';

const known = Object.keys(composeFailures);
/** Without what they need activities still say what they are. */
const declared = new Set(
  activities({} as Parameters<typeof activities>[0]).flatMap(({ boundaryEvents }) =>
    boundaryEvents.map(({ code }) => code),
  ),
);
/** What can be wrong with a browser's answer: one sentence says it of all, as the page of the instance has the rest. */
const ofAnswers = passkeyProblems.kinds;
const familyOf = (code: string): string => code.split('.')[0] ?? '';

/** Families of codes that only somebody who calls the API, looks at a page or runs the server meets. */
const foreign: ReadonlySet<string> = new Set([
  'access',
  'api-key',
  'audit',
  'definition',
  'egress',
  'embedding',
  'journey',
  'oauth',
  'operator',
  'process-definition',
  'process-definition-tag',
  'process-instance',
  'process-token',
  'request',
  'test-run',
  'text',
  'theme',
  'trust-anchor',
  'trust-source',
  'webhook',
]);

/** Codes of the other families that no step of a process fails with either: they answer who makes or changes something. */
const foreignCodes: ReadonlySet<string> = new Set([
  'activity.submission-refused',
  'database.refused',
  'form.in-use',
  'form.translations-missing',
  'page.archive-unreadable',
  'page.content-missing',
  'page.entry-refused',
  'page.file-not-found',
  'page.in-use',
  'page.index-missing',
  'page.too-large',
  'page.too-many-files',
  'registration-policy.invalid',
  'registration-policy.name-not-unique',
  'registration-policy.trial-over',
  'relying-party.id-not-unique',
  'relying-party.in-use',
  'relying-party.invalid',
  'store.invalid',
  'store.name-not-unique',
  'store.not-empty',
  'tenant.id-not-unique',
  'tenant.is-platform',
  'tenant.not-found',
  'tenant.platform-only',
  'tenant.too-many-requests',
]);

/** Codes that the engine and its shell make of themselves. */
function codesOfProcesses(): readonly string[] {
  const folders = ['../packages/engine/src/', '../apps/server/src/processes/'];
  const files = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => `${path}${name}`);
  });
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'(process\.[a-z-]+)'/g)].map(([, code = '']) => code),
  );
}

describe('the words of failures', () => {
  test('are there for every code with which a step can fail, unless its activity has its own', () => {
    const met = [...known.filter((code) => !foreign.has(familyOf(code))), ...codesOfProcesses()];
    const isTold = (code: string) =>
      declared.has(code) || Object.hasOwn(failureWords, code) || Object.hasOwn(ofAnswers, code);
    expect(met.filter((code) => !isTold(code) && !foreignCodes.has(code))).toEqual([]);
  });

  test('are of codes that the server has', () => {
    const made = new Set([...known, ...codesOfProcesses()]);
    expect(made).toContain('process.no-flow');
    expect(Object.keys(failureWords).filter((code) => !made.has(code))).toEqual([]);
    expect(Object.keys(familyWords)).toEqual([...new Set(Object.keys(ofAnswers).map(familyOf))]);
  });

  test('are missing only where no step fails: what is left out here is a code of the server, and has none', () => {
    const families = new Set(known.map(familyOf));
    expect([...foreign].filter((family) => !families.has(family))).toEqual([]);
    expect([...foreignCodes].filter((code) => !known.includes(code))).toEqual([]);
    const worded = Object.keys(failureWords);
    expect(worded.filter((code) => foreignCodes.has(code) || foreign.has(familyOf(code)))).toEqual([]);
  });
});
