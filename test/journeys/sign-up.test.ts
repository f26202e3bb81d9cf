import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  guest,
  instanceAt,
  makeLink,
  passkeysOf,
  ready,
  type VersionsWorld,
  versionsWorld,
} from './support/versions-world.ts';

/** The template "Sign-up with passkey", from the list of templates to the passkey of somebody new. */
describe('signing up', () => {
  let world: VersionsWorld;
  let link: string;

  beforeAll(async () => {
    world = await versionsWorld();
    const { page } = world;
    await world.open('/designer/new');
    await page.getByRole('radio', { name: /^Sign-up with passkey/ }).click();
    await page.getByLabel('Name').fill('Sign-up');
    await page.getByRole('button', { name: 'Create and draw' }).click();
    await page.getByRole('button', { name: 'No problems' }).waitFor();
    await page.getByRole('button', { name: 'Save & Deploy' }).click();
    await page.getByText('Version 1 of Sign-up is live.').waitFor();
    link = await makeLink(world, 'Sign-up');
  });
  afterAll(() => world.close());

  const enter = async (theirs: Page, email: string) => {
    await theirs.getByRole('heading', { name: 'Create your account' }).waitFor();
    await theirs.getByLabel('First name').fill('Grace');
    await theirs.getByLabel('Last name').fill('Hopper');
    await theirs.getByLabel('E-mail address').fill(email);
    await ready(theirs);
    await theirs.getByRole('button', { name: 'Continue' }).click();
  };
  const createPasskey = async (theirs: Page) => {
    await theirs.getByRole('heading', { name: 'Create your passkey' }).waitFor();
    await theirs.getByRole('button', { name: 'Submit for Registration' }).click();
  };

  test('makes a user of what the person enters, and a passkey under their name', async () => {
    const { theirs } = await guest(world.browser, link);
    await enter(theirs, 'grace@navy.example');
    await createPasskey(theirs);
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    const instance = await instanceAt(world.api, theirs);
    expect(instance).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    expect(await passkeysOf(world.api, world.latchkey, instance.id)).toHaveLength(1);
    const { body } = await world.api.get(
      `/api/identity-store/stores/${world.latchkey.storeName}/users?externalId=grace@navy.example`,
    );
    expect(body.content).toMatchObject([
      { firstName: 'Grace', lastName: 'Hopper', email: 'grace@navy.example' },
    ]);
    await theirs.context().close();
  });

  test('asks for another address where one is taken, keeps what was typed, and makes no second user of it', async () => {
    const { theirs } = await guest(world.browser, link);
    await enter(theirs, 'grace@navy.example');
    await theirs.getByRole('heading', { name: 'This e-mail address is taken' }).waitFor();
    await theirs.getByRole('button', { name: 'Use another address' }).click();
    await theirs.getByLabel('First name').waitFor();
    expect(await theirs.getByLabel('First name').inputValue()).toBe('Grace');
    await enter(theirs, 'hopper@navy.example');
    await createPasskey(theirs);
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    expect(await instanceAt(world.api, theirs)).toMatchObject({
      status: 'COMPLETED_ENDED_SUCCESS',
      decision: 'PASS',
    });
    await theirs.context().close();
  });

  test('offers another try to whoever closes the prompt', async () => {
    const { theirs } = await guest(world.browser, link);
    await enter(theirs, 'admiral@navy.example');
    await theirs.getByRole('heading', { name: 'Create your passkey' }).waitFor();
    await theirs.evaluate(`
      const create = navigator.credentials.create.bind(navigator.credentials);
      navigator.credentials.create = () => {
        navigator.credentials.create = create;
        return Promise.reject(new DOMException('closed', 'NotAllowedError'));
      };
    `);
    await createPasskey(theirs);
    await theirs.getByRole('heading', { name: 'No passkey yet' }).waitFor();
    await theirs.getByRole('button', { name: 'Try again' }).click();
    await createPasskey(theirs);
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    await theirs.context().close();
  });
});
