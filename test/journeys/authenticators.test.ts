import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ShowcaseWorld, showcaseWorld } from '../support/showcase-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';

let world: ShowcaseWorld;
let page: Page;
let ada: AdaAtBackoffice<ShowcaseWorld>;

beforeAll(async () => {
  ada = await adaAtBackoffice(showcaseWorld);
  ({ world, page } = ada);
});
afterAll(() => ada?.close());

const open = (path: string) => ada.open(path);
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const dialog = () => page.getByRole('dialog');

test('the filter finds a revoked model, and from there its passkeys and their users', async () => {
  await open('/authenticators');
  await page.getByRole('row', { name: /Names no model/ }).waitFor();
  await page.getByRole('combobox', { name: 'Held against passkeys' }).click();
  await page.getByRole('option', { name: 'Revoked', exact: true }).click();
  await page.getByRole('row', { name: /Names no model/ }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Northwind Key 2' }).click();
  await heading('Northwind Key 2').waitFor();
  await page.getByRole('table').getByText('Revoked').waitFor();
  await page.getByRole('table').getByRole('link').click();
  await heading('Ada Lovelace').waitFor();
});

test('a root is added from a file in DER, refused a second time, and removed', async () => {
  const der = createSoftAuthenticator({ attestation: 'packed-certified' }).attestationRoot();
  const file = join(world.dataDir, 'maker.der');
  await writeFile(file, der);
  await open('/authenticators?tab=roots');
  const add = async (name: string) => {
    // The dialog before may still be closing.
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add root' }).click();
    await dialog().locator('input[type=file]').setInputFiles(file);
    await dialog().getByLabel('Name').fill(name);
    await dialog().getByRole('button', { name: 'Add root' }).click();
  };
  await add('Maker');
  await page.getByRole('row', { name: /Maker/ }).waitFor();
  await add('Again');
  await dialog().getByText('trust-anchor.already-known').waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Remove root Maker' }).click();
  await dialog().getByRole('button', { name: 'Remove root' }).click();
  await page.getByRole('row', { name: /Maker/ }).waitFor({ state: 'detached' });
  const { content } = await world.call('GET', '/api/identity-store/trustAnchors');
  expect(content.map(({ name }: { name: string }) => name)).toEqual(['Company keys 2026']);
});

test('the metadata are told with their number, and a list that cannot be read with its fault', async () => {
  await open('/authenticators?tab=sources');
  await page.getByText('blob.jwt').waitFor();
  await page.getByText('42', { exact: true }).waitFor();
  await page.getByText('revoked.json', { exact: true }).waitFor();
  const fault = page.getByRole('alert').filter({ hasText: 'trust-source.file-missing' });
  await fault.getByText('finds the whole path in its log').waitFor();
  expect(await page.content()).not.toMatch(/ENOENT|\/revoked\.json/);
});

test('the page of an instance tells why a passkey was refused', async () => {
  await open(`/instances/${world.made.isRefused}`);
  await page.getByRole('heading', { name: 'Refused passkeys' }).waitFor();
  await page.getByText('The origin "https://elsewhere.example" is not among those allowed.').waitFor();
  await page.getByText('WebAuthn L3 7.1 step 9').waitFor();
});
