import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type BackofficeWorld, backofficeWorld } from '../../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './ada-at-backoffice.ts';

const forms = '/api/process-manager/customDataForms';

/** A form of the guide, as it is printed there. */
export const guideForm = (name: string): Promise<string> =>
  readFile(new URL(`../../../packages/forms/src/guide/${name}.json`, import.meta.url), 'utf8');

/** What the browser has and this program has not. */
type Browserly = {
  readonly DataTransfer: new () => { readonly setData: (type: string, text: string) => void };
  readonly ClipboardEvent: new (type: string, settings: object) => Event;
};

/** Somebody in the Backoffice who builds forms: the server, the page, and what one does there. */
export function setFormStage() {
  let ada: AdaAtBackoffice<BackofficeWorld>;
  let world: BackofficeWorld;
  let page: Page;

  beforeAll(async () => {
    ada = await adaAtBackoffice(backofficeWorld);
    ({ world, page } = ada);
    page.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(() => ada?.close());

  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true });
  const field = (label: string) => page.getByLabel(label, { exact: true }).first();
  const cards = () => page.getByRole('list', { name: 'Components' }).getByRole('listitem');
  const code = () => page.getByRole('textbox', { name: 'Form document (JSON)' });
  const open = (path: string) => ada.open(path);
  /** Gives up what the browser kept of unsaved work. */
  const forget = () => page.evaluate('localStorage.clear()');
  /** The text in the editor: what it draws is only what is in sight. */
  const textOf = async (): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), button('Export').click()]);
    return readFile(await download.path(), 'utf8');
  };
  return {
    page: () => page,
    world: () => world,
    complaints: () => ada.complaints,
    button,
    field,
    cards,
    open,
    textOf,
    forget,
    documentOf: async () => JSON.parse(await textOf()),
    /** What the list of components says of each. */
    names: () => cards().locator('small').allTextContents(),
    view: (name: 'Visual' | 'JSON' | 'Both') => page.getByText(name, { exact: true }).click(),
    preview: () => page.frameLocator('iframe[title^="Preview of"]'),
    code,
    /** Pastes over everything: the editor draws only what is in sight, so it cannot be filled like a field. */
    writeCode: async (text: string) => {
      await code().press('Control+a');
      await code().evaluate((element, pasted) => {
        const clipboardData = new (globalThis as unknown as Browserly).DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const settings = { clipboardData, bubbles: true, cancelable: true };
        const { ClipboardEvent } = globalThis as unknown as Browserly;
        (element as unknown as EventTarget).dispatchEvent(new ClipboardEvent('paste', settings));
      }, text);
    },
    add: async (type: string) => {
      await button('Add component').click();
      await page.getByRole('menuitem', { name: type, exact: true }).click();
    },
    /** A new form without components. */
    begin: async (name: string) => {
      await forget();
      await open('/forms/new');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await button('Actions for User name').click();
      await page.getByRole('menuitem', { name: 'Remove' }).click();
    },
    /** The newest version as the server has it. */
    storedOf: async (name: string) => {
      const { content } = await world.call('GET', `${forms}/${name}/versions?sort=version,desc`);
      return JSON.parse((await world.call('GET', `${forms}/${content[0].id}`)).resource);
    },
  };
}
