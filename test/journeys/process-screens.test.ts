import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faulty, fragileProcess, undecided } from '../support/backoffice-processes.ts';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';
import { endedSignIns } from './support/ended-sign-ins.ts';
import { findingsInside } from './support/findings.ts';
import { begin, instanceOf, visitor } from './support/people-at-links.ts';

let world: BackofficeWorld;
let browser: Browser;
let page: Page;
let ada: AdaAtBackoffice<BackofficeWorld>;
/** Addresses of things that the tests have made. */
const made: Record<string, string> = {};

const manager = '/api/process-manager';
const open = (path: string) => ada.open(path);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const dialog = () => page.getByRole('dialog');

beforeAll(async () => {
  ada = await adaAtBackoffice(backofficeWorld);
  ({ world, browser, page } = ada);
});
afterAll(() => ada?.close());

describe('process definitions', () => {
  const upload = async (name: string, xml: string) => {
    const path = join(world.dataDir, `${name}.bpmn`);
    await writeFile(path, xml);
    await open('/definitions');
    await button('Upload BPMN').click();
    await dialog().locator('input[type=file]').setInputFiles(path);
    await dialog().getByRole('button', { name: 'Upload' }).click();
  };

  test('are not deployed with faults: each is told in words, and kept as a draft when asked', async () => {
    await upload('broken', faulty);
    const problems = dialog().getByRole('alert');
    await problems.getByText('There is no deployed version 1 of the form "nowhere".').waitFor();
    await dialog().getByLabel('Deploy at once').uncheck();
    await dialog().getByRole('button', { name: 'Upload' }).click();
    await heading('broken').waitFor();
    await page.getByText('Draft').first().waitFor();
  });

  test('are uploaded from a file and deployed, and listed with their versions', async () => {
    await upload('review', undecided);
    await heading('review').waitFor();
    await upload('review', undecided);
    await heading('review').waitFor();
    await open('/definitions?q=review');
    await button('2 versions').click();
    await page.getByRole('list', { name: 'Versions of review' }).getByText('Version 1').waitFor();
  });

  test('lose a draft only after a question', async () => {
    await open('/definitions?status=EDITABLE');
    await button('Actions for broken, Version 1').click();
    await page.getByRole('menuitem', { name: 'Delete draft' }).click();
    await dialog().getByRole('button', { name: 'Delete draft' }).click();
    await page.getByText('Nothing fits these filters').waitFor();
  });

  test('are exported as the file that was uploaded', async () => {
    await open('/definitions?q=review');
    await button('Actions for review, Version 2').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export as BPMN file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('review-2.bpmn');
    const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8');
    expect(text).toBe(undecided);
  });
});

describe('process tokens', () => {
  test('are made with the fields of their limit, and show their link and its code', async () => {
    await open('/definitions/review');
    await page.getByRole('link', { name: 'Make a link' }).click();
    await heading('New token').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Review link');
    await page.getByLabel('Limit').first().click();
    await page.getByRole('option', { name: 'By number of uses' }).click();
    await button('Create token').click();
    await expect.poll(() => page.getByLabel('Uses allowed').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Uses allowed').fill('3');
    await page.getByLabel('First name').fill('Grace');
    await page.getByLabel('Last name').fill('Hopper');
    await button('Add parameter').click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).last().fill('floor');
    await page.getByLabel('Value').fill('3');
    await button('Create token').click();
    await heading('Review link').waitFor();
    await page.getByRole('img', { name: 'QR code of the link of Review link' }).waitFor();
    const { content } = await world.call('GET', `${manager}/processTokens?name=Review%25`);
    expect(content).toMatchObject([
      {
        type: 'MULTI_USE_COUNT_LIMITED',
        maxCount: 3,
        parameters: { firstName: 'Grace', lastName: 'Hopper', floor: 3 },
      },
    ]);
    made.token = content[0].id;
    made.reviewLink = (await page.locator('code').first().textContent()) ?? '';
    expect(made.reviewLink).toBe(`${world.baseUrl}/web/trustweb?pt=${made.token}`);
  });

  test('stop working when they are revoked, and work again when that is undone', async () => {
    await open(`/tokens/${made.token}`);
    const status = async () => (await world.call('GET', `${manager}/processTokens/${made.token}`)).status;
    await button('Revoke').click();
    await dialog().getByRole('button', { name: 'Revoke' }).click();
    await expect.poll(status).toBe('INACTIVE');
    await button('Undo').click();
    await expect.poll(status).toBe('ACTIVE');
  });
});

describe('an instance', () => {
  test('is followed live while a person walks through it in another browser', async () => {
    const theirs = await visitor(browser, world.journeyUrl);
    await theirs.getByLabel('User Name').waitFor();
    const id = await instanceOf(theirs);
    made.instance = id;

    await open('/instances?status=ACTIVE');
    await page.getByRole('row').filter({ hasText: id }).getByRole('link').click();
    await page.getByText('In progress').first().waitFor();
    await page.locator('[data-drawn=true] .lk-active').first().waitFor();
    await page.locator('.lk-visited').first().waitFor();
    const passed = await page.locator('.lk-visited').count();
    await page.locator('.bjs-powered-by').waitFor();

    await theirs.getByLabel('User Name').fill('grace');
    await theirs.getByLabel('Display Name').fill('Grace Hopper');
    await theirs.waitForLoadState();
    await theirs.getByRole('button', { name: 'Submit for Registration' }).click();
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();

    await page.getByText('Accepted').first().waitFor();
    await page.getByText('Passkey registered').waitFor();
    await page.getByText('Chrome on Linux').first().waitFor();
    await page.getByText('Passkey created').first().waitFor();
    await expect.poll(() => page.locator('.lk-visited').count()).toBeGreaterThan(passed);
    await expect.poll(() => page.locator('.lk-active').count()).toBe(0);
    expect(await page.content()).not.toContain('clientDataJSON');
    await page.getByRole('link', { name: /and passkeys$/ }).click();
    await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
    await theirs.context().close();
  });

  test('that is open is cancelled after a question', async () => {
    const theirs = await visitor(browser, world.journeyUrl);
    await theirs.getByLabel('User Name').waitFor();
    const id = await instanceOf(theirs);
    await open(`/instances/${id}`);
    await button('Cancel instance').click();
    await dialog().getByRole('button', { name: 'Cancel instance' }).click();
    await page.getByText('Abandoned').first().waitFor();
    await expect.poll(() => button('Cancel instance').count()).toBe(0);
    made.ended = id;
    await theirs.context().close();
  });

  test('shows secrets only after a question, and goes with history and variables when it is deleted', async () => {
    await open(`/instances/${made.ended}`);
    await page.getByText('••••••').first().waitFor({ state: 'attached' });
    await button('Show secrets').click();
    await dialog().getByRole('button', { name: 'Show secrets' }).click();
    await button('Hide secrets').waitFor();
    await expect.poll(() => page.getByText('••••••').count()).toBe(0);
    await button('Delete instance').click();
    await dialog().getByRole('button', { name: 'Delete instance' }).click();
    await heading('Instances').waitFor();
    await open(`/instances/${made.ended}`);
    await page.getByText('process-instance.not-found').waitFor();
    const { content } = await world.call('GET', `/api/audit?instanceId=${made.ended}&size=100`);
    expect(content.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['process-instance.secrets-revealed', 'process-instance.deleted']),
    );
  });

  test('that failed says so in words, and is retried', async () => {
    const { formId, link, emptyLink } = await fragileProcess(world);
    made.emptyLink = emptyLink;
    const theirs = await visitor(browser, link);
    const id = await instanceOf(theirs);
    made.incident = id;
    await open(`/instances/${id}`);
    await page.getByText('A step failed, and nothing in the diagram catches it').waitFor();
    await page.getByText('form.not-found').first().waitFor();
    const repair = page.getByRole('link', { name: 'Open the step in the designer' });
    expect(await repair.getAttribute('href')).toBe('/backoffice/designer/late?element=Form');
    await world.call('POST', `${manager}/customDataForms/${formId}/status/DEPLOYED_ACTIVE`);
    await button('Retry').click();
    await dialog().getByRole('button', { name: 'Retry' }).click();
    await page.getByText('In progress').first().waitFor();
    await theirs.context().close();
  });

  test('that failed by a parameter says which, and leads to its field', async () => {
    const theirs = await visitor(browser, made.emptyLink ?? '');
    await open(`/instances/${await instanceOf(theirs)}`);
    const told = 'A parameter of the step does not fit. Data form name: there is no _initial.form.';
    for (const place of ['alert', 'listitem'] as const) await page.getByRole(place).getByText(told).waitFor();
    await page.getByRole('link', { name: 'Open the step in the designer' }).click();
    await page.locator('[data-property=dataFormName]:focus').waitFor();
    await theirs.context().close();
  });
});

describe('a review', () => {
  test('is made in the list, with a comment that is kept', async () => {
    const theirs = await visitor(browser, made.reviewLink ?? '');
    const id = await begin(theirs);
    await open('/reviews');
    const row = page.getByRole('row').filter({ hasText: 'Grace Hopper' });
    await row.getByRole('button', { name: 'Approve' }).click();
    await dialog().getByLabel('Comment').fill('Known at the door.');
    await dialog().getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Nothing waits for a review').waitFor();
    await open(`/instances/${id}`);
    await page.getByText('Accepted').first().waitFor();
    await page.getByText('Known at the door.').first().waitFor();
    await theirs.context().close();
  });
});

const countsIn = (texts: readonly string[]) => texts.map((text) => Number(/\d+/.exec(text)?.[0]));
const funnel = () => page.getByRole('list', { name: 'Funnel' });
const funnelShown = async () => countsIn(await funnel().getByRole('listitem').allTextContents());

test('the dashboard counts what the audit has', async () => {
  const { content: all } = await world.call('GET', `${manager}/processDefinitions?newestOnly=true&size=100`);
  const { name } = all.find((one: { name: string }) => !['late', 'review'].includes(one.name));
  made.definition = name;
  await open(`/definitions/${encodeURIComponent(name)}`);
  const instances = await world.call('GET', `${manager}/processInstances?processDefnName=${name}&size=100`);
  const kept: string[] = instances.content.map(({ id }: { id: string }) => id);
  // The funnel goes on counting an instance that was deleted; the tests before this one deleted some.
  const { content: deleted } = await world.call('GET', '/api/audit?action=process-instance.deleted&size=200');
  const ids = [...kept, ...deleted.map(({ instanceId }: { instanceId: string }) => instanceId)];
  const audited = async (action: string) => {
    const { content: rows } = await world.call('GET', `/api/audit?action=${action}&size=200`);
    return rows.filter(({ instanceId }: { instanceId: string }) => ids.includes(instanceId)).length;
  };
  const counted = [
    await audited('process-instance.started'),
    await audited('process-instance.form-shown'),
    await audited('process-instance.prompt-shown'),
    await audited('passkey-registration.completed'),
  ];
  await expect.poll(funnelShown).toEqual(counted);
  expect((await funnelShown())[0]).toBeGreaterThanOrEqual(1);
  expect(await page.getByText('Signed in', { exact: true }).count()).toBe(0);
});

test('the dashboard counts what the audit has of sign-ins: signed in, cancelled, timed out', async () => {
  const audited = await endedSignIns(world, 'door');
  await open('/definitions/door');
  await expect.poll(funnelShown).toEqual([4, 4, 4, audited('signed-in')]);
  expect(await funnel().getByText('Signed in').count()).toBe(1);
  const shown = async (end: string) => {
    const term = page.locator('dl > div').filter({ has: page.getByText(end, { exact: true }) });
    return countsIn(await term.locator('dd').allTextContents());
  };
  expect(await shown('Signed in')).toEqual([audited('signed-in')]);
  expect(await shown('Cancelled')).toEqual([audited('cancelled')]);
  expect(await shown('Timed out')).toEqual([audited('timed-out')]);
  expect(['signed-in', 'cancelled', 'timed-out'].map(audited)).toEqual([1, 2, 1]);
  await page.getByRole('table', { name: 'By browser' }).getByText('25 %').waitFor();
  expect(await findingsInside(page)).toEqual([]);
});

test('the screens obey their own policy: the console stays quiet but for answers that were refused on purpose', () => {
  expect(ada.complaints.filter((text) => !/status of (400|401|404|409|422)/.test(text))).toEqual([]);
});
