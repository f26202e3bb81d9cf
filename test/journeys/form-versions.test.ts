import { componentKinds } from '@latchkey/forms';
import { describe, expect, test } from 'vitest';
import { findingsOf, onlyColours } from './support/findings.ts';
import { guideForm, setFormStage } from './support/form-stage.ts';
import { settled, still, tooWideBy } from './support/visit-backoffice.ts';

const stage = setFormStage();
const { page, world, button, field, cards, view, code, add, open, textOf, forget, storedOf } = stage;
const deploy = (name: string, resource: string) =>
  world().call('POST', '/api/process-manager/customDataForms', {
    name,
    resource,
    creationOption: 'Save & Deploy',
  });

describe('versions', () => {
  test('are compared as a list of changes and as text, and an earlier one is brought back', async () => {
    await deploy('guideRegistration', await guideForm('registration-form'));
    await open('/forms/guideRegistration');
    await cards()
      .first()
      .getByRole('button', { name: /User Name/ })
      .first()
      .click();
    await field('Label in en').fill('Your name');
    await add('Checkbox');
    await button('Save & deploy').click();
    await page().getByText('Version 2 is deployed.').waitFor();
    await settled(page());
    await button('Compare').click();
    const changes = page().getByRole('dialog').getByRole('list', { name: '2 changes' });
    await changes.getByText('label.values.en').waitFor();
    expect(await changes.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('checkbox'),
      expect.stringContaining('"User Name"'),
    ]);
    expect(await findingsOf(page())).toEqual([]);
    await page().getByRole('tab', { name: 'As text' }).click();
    await page().getByRole('dialog').locator('.cm-changedLine').first().waitFor();
    expect(await findingsOf(page())).toEqual([]);
    await page().keyboard.press('Escape');
    await button('Bring back').click();
    await page().getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
    await page().getByText('Version 1 is back as version 3.').waitFor();
    expect(await storedOf('guideRegistration')).toEqual(JSON.parse(await guideForm('registration-form')));
  });

  test('that a process shows are named as used, and not deleted', async () => {
    await open('/forms/passkeyRegistrationForm');
    const uses = page().getByRole('list', { name: 'Where it is used' });
    await uses.getByRole('link').first().waitFor();
    const user = (await uses.getByRole('link').first().textContent())?.split(',')[0] ?? '';
    await page()
      .getByRole('list', { name: /^Versions of/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page().getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page()
      .getByRole('dialog')
      .getByText(new RegExp(`is shown by .*${user}`))
      .waitFor();
    await page().keyboard.press('Escape');
  });

  test('that nothing shows go with the whole form, once its name is typed', async () => {
    await deploy('guideRetry', await guideForm('retry-form'));
    await open('/forms/guideRetry');
    await page().getByText('No process definition shows this form.').waitFor();
    await button('Delete form').click();
    await page().getByRole('dialog').getByRole('textbox').fill('guideRetry');
    await page().getByRole('dialog').getByRole('button', { name: 'Delete form' }).click();
    await page().getByRole('heading', { level: 1, name: 'Custom forms' }).waitFor();
    expect(await page().getByRole('link', { name: 'guideRetry' }).count()).toBe(0);
  });

  test('come and go as files', async () => {
    await forget();
    await open('/forms/new');
    const file = { name: 'brought.json', mimeType: 'application/json' };
    const text = await guideForm('retry-form');
    await page()
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...file, buffer: Buffer.from(text) });
    await cards().first().getByText('User cancel error happened').waitFor();
    expect(await textOf()).toBe(text);
  });
});

describe('every component in the builder', () => {
  test('has nothing for axe, in light and dark, on a phone and on a desktop', async () => {
    await forget();
    await open('/forms/new');
    await page().getByRole('textbox', { name: 'Name', exact: true }).fill('everything');
    const types = [
      ['Email', 'Phone', 'Number', 'Date', 'Dropdown', 'Radio buttons', 'Checkbox'],
      ['Paragraph', 'Subtitle', 'Notification', 'Image', 'QR code'],
    ].flat();
    for (const type of types) await add(type);
    expect(await cards().count()).toBe(Object.keys(componentKinds).length);
    await button('Add language').click();
    await field('Language tag').fill('de');
    await button('Add').click();
    const places = Array.from({ length: await cards().count() }, (_, place) => place);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page().emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const rules = colorScheme === 'dark' ? onlyColours : [];
      for (const width of [1360, 360]) {
        await page().setViewportSize({ width, height: 860 });
        await still(page());
        expect(await findingsOf(page(), { rules }), `the builder, ${colorScheme}, ${width}`).toEqual([]);
        for (const place of places) {
          const toggle = cards().nth(place).getByRole('button').first();
          if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
          await still(page());
          const where = `${await toggle.textContent()}, ${colorScheme}, ${width}`;
          const within = [`[aria-label="Components"] > li:nth-child(${place + 1})`];
          expect(await findingsOf(page(), { rules, within }), where).toEqual([]);
          expect(await tooWideBy(page()), where).toBe(0);
        }
      }
    }
    await page().setViewportSize({ width: 1360, height: 860 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page().emulateMedia({ colorScheme });
      await view('Both');
      await code().waitFor();
      await settled(page());
      expect(await findingsOf(page()), `both, ${colorScheme}`).toEqual([]);
      await code().press('Control+End');
      await page().keyboard.type('x');
      await page().locator('.cm-lint-marker-error').first().waitFor();
      expect(await findingsOf(page()), `with a fault, ${colorScheme}`).toEqual([]);
      await button('Undo (Ctrl+Z)').click();
    }
  });
});

test('the console stays quiet but for answers that were refused on purpose', () => {
  expect(stage.complaints().filter((text) => !/status of (404|409|422)/.test(text))).toEqual([]);
});
