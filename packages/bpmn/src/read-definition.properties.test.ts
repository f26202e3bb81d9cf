import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '@latchkey/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDefinition } from './read-definition.ts';
import { manifests } from './testing/manifests.ts';

const guide = readFileSync(
  path.resolve(import.meta.dirname, '../../../examples/passkey-registration.bpmn'),
  'utf8',
);
const tokens = guide.match(/<[^>]*>|[^<]+/g) ?? [];
const ids = [
  'Start',
  'AddUser',
  'SimpleDecider',
  'End',
  'Flow_Retry',
  '__proto__',
  'constructor',
  'toString',
];

/** Accepted, or refused by one of the documented Problems; anything else fails the property. */
async function attempt(xml: string): Promise<void> {
  try {
    await readDefinition(xml, manifests);
  } catch (problem) {
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      code: expect.stringMatching(/^definition\.(invalid|unreadable|too-large)$/),
    });
  }
}

describe('whatever the file', () => {
  test('a diagram with tags lost, repeated or moved is read or refused', async () => {
    const edit = fc.tuple(
      fc.nat(tokens.length - 1),
      fc.constantFrom('drop', 'repeat', 'swap'),
      fc.nat(tokens.length - 1),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const parts = [...tokens];
        for (const [at, kind, other] of edits) {
          const [one = '', two = ''] = [parts[at], parts[other]];
          if (kind === 'drop') parts[at] = '';
          if (kind === 'repeat') parts[at] = one + one;
          if (kind === 'swap') [parts[at], parts[other]] = [two, one];
        }
        await attempt(parts.join(''));
      }),
      { numRuns: 200 },
    );
  }, 20_000);

  test('a diagram whose ids are exchanged is read or refused', async () => {
    const id = fc.constantFrom(...ids);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(id, id), { minLength: 1, maxLength: 4 }), async (pairs) => {
        await attempt(pairs.reduce((xml, [from, to]) => xml.replaceAll(`"${from}"`, `"${to}"`), guide));
      }),
      { numRuns: 100 },
    );
  }, 20_000);

  test('any text is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        await attempt(text);
        await attempt(guide.replace('demoStore', text));
        await attempt(guide.replace('${false}', `\${${text}}`));
      }),
      { numRuns: 100 },
    );
  }, 20_000);
});
