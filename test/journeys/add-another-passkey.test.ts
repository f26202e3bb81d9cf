import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAuthenticator } from '../support/authenticator.ts';
import { findingsInside } from './support/findings.ts';
import {
  guest,
  instanceAt,
  makeLink,
  passkeysOf,
  ready,
  register,
  type VersionsWorld,
  versionsWorld,
} from './support/versions-world.ts';

/** The template "Add another passkey", from the list of templates to the second passkey of somebody. */
describe('adding another passkey', () => {
  let world: VersionsWorld;
  let link: string;

  beforeAll(async () => {
    world = await versionsWorld();
    const { page } = world;
    await world.open('/designer/new');
    await page.getByRole('radio', { name: /^Add another passkey/ }).click();
    await page.getByLabel('Name').fill('Another');
    await page.getByRole('button', { name: 'Create and draw' }).click();
    await page.getByRole('button', { name: 'No problems' }).waitFor();
    await page.getByRole('button', { name: 'Save & Deploy' }).click();
    await page.getByText('Version 1 of Another is live.').waitFor();
    link = await makeLink(world, 'Another');
  });
  afterAll(() => world.close());

  /** Somebody who has registered in this browser. */
  async function somebody(name: string) {
    const { theirs, authenticator } = await guest(world.browser, world.latchkey.journeyUrl);
    await register(theirs, name);
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    await theirs.goto(link);
    await theirs.getByRole('heading', { name: 'Add another passkey' }).waitFor();
    return { theirs, authenticator };
  }
  const signIn = async (theirs: Page) => {
    await ready(theirs);
    await theirs.getByRole('button', { name: 'Sign in with passkey' }).click();
  };
  const create = async (theirs: Page) => {
    await theirs.getByRole('heading', { name: 'Create another passkey' }).waitFor();
    await theirs.getByRole('button', { name: 'Submit for Registration' }).click();
  };

  test('signs in with the first, registers a second on another device, and both are the same user’s', async () => {
    const { theirs, authenticator } = await somebody('ada');
    expect(await findingsInside(theirs)).toEqual([]);
    await signIn(theirs);
    await theirs.getByRole('heading', { name: 'Create another passkey' }).waitFor();
    await authenticator.remove();
    await addAuthenticator(theirs);
    await create(theirs);
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    const instance = await instanceAt(world.api, theirs);
    expect(instance).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    const passkeys = await passkeysOf(world.api, world.latchkey, instance.id);
    expect(passkeys).toHaveLength(2);
    expect(passkeys[0].lastUsedDtm).toBeDefined();
    await theirs.context().close();
  });

  test('tells kindly of a prompt that was closed, and lets the person try again', async () => {
    const { theirs, authenticator } = await somebody('grace');
    await authenticator.verifies(false);
    await signIn(theirs);
    await theirs.getByRole('heading', { name: 'Not signed in yet' }).waitFor();
    await theirs.getByRole('button', { name: 'Try again' }).click();
    await theirs.getByText('The request was closed before you signed in.').waitFor();
    expect(await findingsInside(theirs)).toEqual([]);
    await authenticator.verifies(true);
    await signIn(theirs);
    await theirs.getByRole('heading', { name: 'Create another passkey' }).waitFor();
    await theirs.context().close();
  });

  test('shows operators each sign-in: the browser, the prompt that was closed, and by which passkey', async () => {
    const { theirs, authenticator } = await somebody('marie');
    await authenticator.verifies(false);
    await signIn(theirs);
    await theirs.getByRole('button', { name: 'Try again' }).click();
    await authenticator.verifies(true);
    await signIn(theirs);
    await theirs.getByRole('heading', { name: 'Create another passkey' }).waitFor();
    const { page, api } = world;
    await world.open(`/instances/${(await instanceAt(api, theirs)).id}`);
    const titled = page.getByRole('heading', { name: 'Sign-in attempts' });
    const attempts = page.locator('section').filter({ has: titled }).getByRole('listitem');
    await expect.poll(() => attempts.count()).toBe(2);
    await attempts.first().getByText('Closed by the person').waitFor();
    await attempts.first().getByText('Chrome on Linux').waitFor();
    await attempts.last().getByText('Passkey used').waitFor();
    await attempts.last().getByText('Verified by the device').waitFor();
    await page.getByText('Signed in with a passkey').waitFor();
    expect(await findingsInside(page)).toEqual([]);
    await theirs.context().close();
  });

  test('says what it waits for while the device asks, and stops when the person cancels', async () => {
    const { theirs, authenticator } = await somebody('joan');
    await authenticator.answers(false);
    await signIn(theirs);
    await theirs.getByRole('heading', { name: 'Continue on your device' }).waitFor();
    await theirs.getByText('Your device is asking you to sign in.').waitFor();
    expect(await findingsInside(theirs)).toEqual([]);
    await theirs.getByRole('button', { name: 'Cancel' }).click();
    await theirs.getByRole('heading', { name: 'Not signed in yet' }).waitFor();
    await theirs.context().close();
  });

  test('takes no passkey that the device already has', async () => {
    const { theirs, authenticator } = await somebody('edith');
    await signIn(theirs);
    await create(theirs);
    await theirs.getByRole('heading', { name: 'No other passkey yet' }).waitFor();
    expect(await authenticator.credentials()).toHaveLength(1);
    await theirs.context().close();
  });

  test('speaks the person’s language', async () => {
    const { theirs } = await somebody('lise');
    await theirs.goto(`${theirs.url()}?lang=de`);
    await theirs.getByRole('button', { name: 'Mit Passkey anmelden' }).waitFor();
    await theirs.getByText(/^Anmelden bei/).waitFor();
    await theirs.context().close();
  });

  test('says that nobody is signed in where the browser knows no passkeys', async () => {
    const { theirs } = await somebody('ida');
    await theirs.addInitScript('delete window.PublicKeyCredential');
    await theirs.reload();
    await theirs.getByRole('heading', { name: 'This browser can’t use passkeys' }).waitFor();
    await theirs.context().close();
  });
});
