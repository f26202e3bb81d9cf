import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAuthenticator } from '../support/authenticator.ts';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';

let world: BackofficeWorld;
let browser: Browser;
let page: Page;
let ada: AdaAtBackoffice<BackofficeWorld>;

beforeAll(async () => {
  ada = await adaAtBackoffice(backofficeWorld, { permissions: ['clipboard-read', 'clipboard-write'] });
  ({ world, browser, page } = ada);
});

afterAll(() => ada?.close());

const chain = () => world.call('GET', '/api/audit/chain');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const open = (path: string) => ada.open(path);

/** The server's place in answering, one answer after the other; resolves with what was asked. */
async function answering(answers: readonly object[], work: () => Promise<void>): Promise<readonly unknown[]> {
  const asked: unknown[] = [];
  await page.route(/\/api\/audit\/chain\/verify$/, async (route) => {
    asked.push(route.request().postDataJSON());
    await route.fulfill({ json: answers[asked.length - 1] });
  });
  try {
    await work();
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  return asked;
}

describe('the proof of the audit', () => {
  test('verifies the chain, and an anchor that was copied from it', async () => {
    // Records become links a few seconds after they were written.
    await expect.poll(async () => (await chain()).newest.position, { timeout: 60_000 }).toBeGreaterThan(0);
    await open('/audit');
    await page.getByRole('tab', { name: 'Proof' }).click();
    expect(new URL(page.url()).searchParams.get('tab')).toBe('proof');
    await button('Copy anchor').click();
    await page.getByText('The newest place was copied.', { exact: false }).waitFor();
    const anchor = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(JSON.parse(anchor)).toEqual({
      position: expect.any(Number),
      hash: expect.stringMatching(/^[\w-]{43}$/),
    });
    await button('Verify').click();
    await page.getByText('The audit is whole').waitFor();
    await page.getByLabel('Anchor').fill(anchor);
    await button('Verify again').click();
    await page
      .getByText(`It passes the anchor at position ${JSON.parse(anchor).position}.`, { exact: false })
      .waitFor();
  });

  test('says so when the chain does not pass an anchor, and when a text is none', async () => {
    const { newest } = await chain();
    await page.getByLabel('Anchor').fill('not an anchor');
    await button('Verify again').click();
    await page.getByText('This is no anchor.', { exact: false }).waitFor();
    await page.getByLabel('Anchor').fill(JSON.stringify({ ...newest, hash: 'A'.repeat(43) }));
    await button('Verify again').click();
    await page.getByText('The audit is not whole').waitFor();
    await page.getByText('The chain does not pass this place', { exact: false }).waitFor();
  });

  test('goes on from the place reached, and leads from a fault to its record', async () => {
    const { content } = await world.call('GET', '/api/audit?action=user.created&size=1');
    const [{ id }] = content;
    const reached = { position: 100_000, hash: 'B'.repeat(43) };
    const part = { checked: 100_000, erased: 0, reached, isEnd: false };
    const fault = { kind: 'changed', position: 100_004, recordId: id };
    await open('/audit?tab=proof');
    const asked = await answering([part, { ...part, checked: 3, fault }], async () => {
      await button('Verify').click();
      await page.getByText('A record is not what it was', { exact: false }).waitFor();
    });
    expect(asked).toEqual([{}, { from: reached }]);
    await page.getByRole('link', { name: 'Open the record' }).click();
    await dialog().getByText('user.created').waitFor();
    expect(new URL(page.url()).searchParams.get('record')).toBe(id);
    await page.reload();
    await dialog().getByText(id).waitFor();
    await button('Close').click();
    await dialog().waitFor({ state: 'detached' });
  });
});

describe('the retention of the audit', () => {
  test('is set in days, with the refusal beside the field', async () => {
    await open('/audit?tab=proof');
    await page.getByText('Kept for good').waitFor();
    await button('Change').click();
    await page.getByLabel('Days').fill('3');
    await button('Save').click();
    await expect.poll(() => page.getByLabel('Days').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Days').fill('400');
    await button('Save').click();
    await page.getByText('Kept for 400 days', { exact: true }).waitFor();
    expect((await chain()).keepDays).toBe(400);
  });
});

describe('an operator', () => {
  test('is erased from the records, which stay whole', async () => {
    const invitation = { name: 'Grace', role: 'auditor' };
    const { link } = await world.call('POST', '/api/backoffice/invitations', invitation);
    const other = await (await browser.newContext()).newPage();
    await addAuthenticator(other);
    await other.goto(link);
    await other.getByRole('button', { name: 'Create a passkey' }).click();
    await other.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
    await other.goto(`${world.baseUrl}/backoffice/audit?tab=proof`);
    await other.getByRole('button', { name: 'Verify', exact: true }).waitFor();
    expect(await other.getByRole('button', { name: 'Change' }).count()).toBe(0);
    expect(await other.getByLabel('Operator ID').count()).toBe(0);
    await other.context().close();
    const { content } = await world.call('GET', '/api/backoffice/operators');
    const { id } = content.find(({ name }: { name: string }) => name === 'Grace');
    await open('/audit?tab=proof');
    await page.getByLabel('Operator ID').fill(id);
    await button('Erase').click();
    await dialog().getByRole('button', { name: 'Erase' }).click();
    await page.getByText(/Name and facts erased from|No record names this operator/).waitFor();
    await button('Verify').click();
    await page.getByText('The audit is whole').waitFor();
  });
});
