import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { routes } from '@latchkey/contract';
import { Type as TypeBox } from 'typebox';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Type } from './browser-schemas.ts';

const contract = fileURLToPath(new URL('.', import.meta.resolve('@latchkey/contract')));

describe('the schemas in the browser', () => {
  let inBrowser: typeof routes;

  beforeAll(async () => {
    // Not a mock of what is tested: the bundle replaces the same module by the same file.
    vi.doMock('typebox', () => ({ Type }));
    vi.resetModules();
    ({ routes: inBrowser } = await import('@latchkey/contract'));
    vi.doUnmock('typebox');
  });

  test('of every route are those of TypeBox', () => {
    expect(inBrowser).not.toBe(routes);
    expect(JSON.parse(JSON.stringify(inBrowser))).toEqual(JSON.parse(JSON.stringify(routes)));
  });

  test('know every builder that the contract uses', async () => {
    const names = (await readdir(contract)).filter((name) => name.endsWith('.ts'));
    const texts = await Promise.all(names.map((name) => readFile(`${contract}${name}`, 'utf8')));
    const used = new Set(
      texts.flatMap((text) => [...text.matchAll(/\bType\.(\w+)\(/g)].map(([, name]) => name)),
    );
    expect([...used].filter((name) => !(String(name) in Type))).toEqual([]);
    expect(Object.keys(Type).filter((name) => !(name in TypeBox))).toEqual([]);
  });
});
