import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseForm } from '@latchkey/forms';
import { beforeAll, describe, expect, test } from 'vitest';
import { assetsPath, buildClient } from './build.ts';
import { catalogues, isLanguage } from './languages/index.ts';
import type { Assets } from './page/frame.ts';
import { renderPage } from './page/render-page.ts';
import type { FormView } from './protocol.ts';

const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1024;

const guide = new URL('../../../packages/forms/src/guide/registration-form.json', import.meta.url);

describe('the built page', () => {
  let assets: Assets;
  let script: string;
  let view: FormView;

  beforeAll(async () => {
    assets = await buildClient();
    script = await readFile(join(assets.directory, assets.scriptUrl.slice(assetsPath.length)), 'utf8');
    view = {
      kind: 'form',
      instanceId: 'T4NJA4PEEM6Q3GXSON5QQZYMG4',
      task: 't1',
      attempt: 1,
      form: parseForm(await readFile(guide, 'utf8')),
      values: {},
      substitute: (text) => text,
      readOnly: false,
      hideButtons: false,
      delaySeconds: 0,
      passkey: { relyingPartyName: 'Northwind', timeoutMs: 300_000 },
    };
  });

  test.each(Object.keys(catalogues))('fits the first round trip in %s: 14 KB gzip in all', (tag) => {
    const language = isLanguage(tag) ? tag : 'en';
    const frame = { language, nonce: 'n'.repeat(22), organisation: 'Northwind', assets, now: 0 };
    const page = renderPage(view, frame);
    expect(kilobytes(page.replace(assets.css, ''))).toBeLessThan(5);
    expect(kilobytes(assets.css)).toBeLessThan(3);
    expect(kilobytes(script)).toBeLessThan(10);
    expect(kilobytes(page) + kilobytes(script)).toBeLessThan(14);
  });

  test('is built once for the same sources', async () => {
    expect(await buildClient()).toEqual(assets);
  });

  test('needs nothing beside its one module, and no checks of documents', () => {
    expect(script).not.toMatch(/\bimport\s*[("'{*]/);
    expect(script).not.toContain('Must be');
  });
});
