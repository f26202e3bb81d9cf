import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from '../packages/contract/src/index.ts';
import { apiReference, referenceFile } from './api-reference.ts';

test('docs/api.md is what the contract says today; npm run docs writes it', () => {
  expect(readFileSync(referenceFile, 'utf8')).toBe(apiReference());
});

test('the reference has every route and every code that it can answer', () => {
  const text = apiReference();
  for (const { method, path, problems } of routes) {
    expect(text).toContain(`\`${method} ${path}\``);
    for (const code of problems) expect(text).toContain(`| \`${code}\` |`);
  }
});
