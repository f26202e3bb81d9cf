import { describe, expect, test } from 'vitest';
import { guideForm, setFormStage } from './support/form-stage.ts';
import { settled } from './support/visit-backoffice.ts';

const stage = setFormStage();
const {
  page,
  button,
  field,
  cards,
  names,
  view,
  preview,
  code,
  writeCode,
  add,
  begin,
  open,
  textOf,
  documentOf,
  storedOf,
} = stage;

describe('by hand in the builder', () => {
  test("the guide's registration form becomes the guide's JSON", async () => {
    await begin('guideRegistration');
    await field('Title in en').fill('Title');
    for (const [id, label] of [
      ['userName', 'User Name'],
      ['displayName', 'Display Name'],
    ] as const) {
      await add('Text');
      await field('Label in en').fill(label);
      await field('Id').fill(id);
      await page().getByRole('switch', { name: 'Required' }).check();
    }
    await field('Continue button in en').fill('Continue');
    await button('Save & deploy').click();
    await page().getByRole('heading', { level: 1, name: 'guideRegistration' }).waitFor();
    expect(await storedOf('guideRegistration')).toEqual(JSON.parse(await guideForm('registration-form')));
  });

  test("the guide's retry form becomes the guide's JSON", async () => {
    await begin('guideRetry');
    await field('Title in en').fill('User cancelled the process');
    await add('Paragraph');
    await field('Text in en').fill('User cancel error happened - please try again');
    await view('Both');
    await code().waitFor();
    const { continueButton: _, ...document } = await documentOf();
    await writeCode(JSON.stringify(document, null, 2));
    await button('Save & deploy').click();
    await page().getByRole('heading', { level: 1, name: 'guideRetry' }).waitFor();
    expect(await storedOf('guideRetry')).toEqual(JSON.parse(await guideForm('retry-form')));
  });
});

describe('the builder and the JSON', () => {
  test('are one document: what is changed in one stands in the other, and strange members stay', async () => {
    await open('/forms/guideRegistration');
    await view('Both');
    await code().waitFor();
    const document = await documentOf();
    document.components[0].colour = { deep: [1] };
    document.components[0].label.values.en = 'Your user name';
    await writeCode(JSON.stringify(document, null, 2));
    await cards().first().getByText('Your user name').waitFor();
    await cards().first().getByRole('button').first().click();
    await page().getByText('Kept as they are; edit them in the JSON.').waitFor();
    await field('Label in en').fill('Who are you?');
    await cards().first().getByText('Who are you?').waitFor();
    expect((await documentOf()).components[0]).toMatchObject({
      label: { values: { en: 'Who are you?' } },
      colour: { deep: [1] },
    });
  });

  test('share undo and redo', async () => {
    await field('Label in en').press('Control+z');
    await expect.poll(() => field('Label in en').inputValue()).toBe('Your user name');
    await code().press('Control+z');
    await expect.poll(() => field('Label in en').inputValue()).toBe('User Name');
    await button('Redo (Ctrl+Shift+Z)').click();
    await button('Redo (Ctrl+Shift+Z)').click();
    await expect.poll(() => field('Label in en').inputValue()).toBe('Who are you?');
  });

  test('keep unsaved work through a reload, and give it up when asked', async () => {
    await page().reload();
    await settled(page());
    await page().getByText('Your unsaved work is back').waitFor();
    await cards().first().getByText('Who are you?').waitFor();
    await button('Discard it').click();
    await cards().first().getByText('User Name').waitFor();
    expect(await documentOf()).toEqual(JSON.parse(await guideForm('registration-form')));
  });

  test('mark faults at their field and at their line, and hold the save back', async () => {
    await cards()
      .first()
      .getByRole('button', { name: /User Name/ })
      .first()
      .click();
    await field('Shortest length').fill('many');
    await cards().first().getByText('Must be a whole number from 0 to 99999, or empty.').waitFor();
    await expect.poll(() => button('Save & deploy').isDisabled()).toBe(true);
    await button('Show them in the JSON').click();
    await page().locator('.cm-lint-marker-error').first().waitFor();
    await page().getByText('One fault').waitFor();
    await button(/^Line \d+$/).click();
    await page().locator('.cm-activeLine', { hasText: '"minLength": "many"' }).waitFor();
    await view('Visual');
    await field('Shortest length').fill('');
    await expect.poll(() => button('Save & deploy').isDisabled()).toBe(false);
  });

  test('tell what the builder could not keep', async () => {
    await view('Both');
    await code().waitFor();
    const text = (await textOf()).replace('"title"', '"serial": 12345678901234567890,\n  "title"');
    await writeCode(text);
    await page().getByText('The number 12345678901234567890 cannot be kept as it is written.').waitFor();
    await button('Undo (Ctrl+Z)').click();
    await page().getByText('The builder cannot keep everything').waitFor({ state: 'detached' });
  });

  test('complete what fits the place', async () => {
    await writeCode('{"title": {"values": {"en": "T"}}, "components": [{"type": "da');
    await page().keyboard.press('End');
    await page().keyboard.press('Control+End');
    await page().keyboard.press('Control+Space');
    await page().locator('.cm-tooltip-autocomplete', { hasText: '"date"' }).waitFor();
    await page().keyboard.press('Escape');
    await button('Undo (Ctrl+Z)').click();
    await view('Visual');
  });
});

describe('the order', () => {
  test('changes by buttons, by the keyboard and by dragging', async () => {
    await begin('ordered');
    for (const type of ['Text', 'Email', 'Date']) await add(type);
    await button(/^Move Date up$/).click();
    await expect.poll(names).toEqual(['Text · text', 'Date · date', 'Email · email']);
    await page().getByRole('status').getByText('Date is now number 2 of 3.').waitFor();
    await cards().nth(1).getByRole('button', { name: /Date/ }).first().focus();
    await page().keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Date · date', 'Text · text', 'Email · email']);
    await button(/^Email/)
      .first()
      .click();
    await button(/^Email/)
      .first()
      .click();
    const [from, to] = [cards().nth(2).locator('[title="Drag Email"]'), cards().nth(0)];
    await from.dragTo(to, { targetPosition: { x: 40, y: 4 } });
    await expect.poll(names).toEqual(['Email · email', 'Date · date', 'Text · text']);
    expect((await documentOf()).components.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2]);
  });
});

describe('languages', () => {
  test('stand side by side, and what is missing is marked and told at the deployment', async () => {
    await begin('languages');
    await add('Text');
    await field('Label in en').fill('Name');
    await button('Add language').click();
    await field('Language tag').fill('de');
    await button('Add').click();
    await field('Label in de, missing').waitFor();
    await page().getByText('3 texts lack a language.').waitFor();
    await page().getByRole('switch', { name: 'Deploy only when nothing is missing' }).check();
    await button('Save & deploy').click();
    await page().getByText('The form demands every text in every language, and some are missing.').waitFor();
    await field('Label in de, missing').fill('Ihr Name');
    await field('Title in de, missing').fill('Ihre Angaben');
    await field('Continue button in de, missing').fill('Weiter');
    await page().getByText('Every text has every language.').waitFor();
    await page().getByLabel('Language', { exact: true }).selectOption('de');
    await preview().getByRole('heading', { name: 'Ihre Angaben' }).waitFor();
    await preview().getByText('Ihr Name').waitFor();
    await button('Save & deploy').click();
    await page().getByRole('heading', { level: 1, name: 'languages' }).waitFor();
  });
});

describe('the preview', () => {
  test('judges as the end user’s page does, and shows what answers bring up', async () => {
    await begin('previewed');
    await add('Text');
    await field('Label in en').fill('Country');
    await field('Id').fill('country');
    await add('Email');
    await page().getByRole('switch', { name: 'Required' }).check();
    await page().getByRole('switch', { name: 'Transient' }).check();
    await page().getByText('By rules').click();
    await field('Comparison of rule 1').selectOption('equals');
    await field('Value of rule 1').fill('de');
    const [country, email] = [preview().getByLabel('Country'), preview().getByLabel('Email')];
    await country.waitFor();
    expect(await email.isVisible()).toBe(false);
    await country.fill('de');
    await email.waitFor();
    await preview().getByRole('button', { name: 'Continue' }).click();
    await page().getByText('One answer has to be mended.').waitFor();
    await preview().getByRole('link', { name: 'Email' }).waitFor();
    await email.fill('ada');
    await country.focus();
    await preview().getByText('Please enter an email address').first().waitFor();
    await email.fill('ada@example.org');
    await preview().getByRole('button', { name: 'Continue' }).click();
    await page().getByText('The form takes these answers').waitFor();
    await page().getByText('Used once and kept nowhere: email.').waitFor();
    await country.fill('fr');
    await email.waitFor({ state: 'hidden' });
    await preview().getByRole('button', { name: 'Continue' }).click();
    await page().getByText('"email": ""').waitFor();
  });

  test('keeps what was typed while the form changes around it, on a phone and on a desktop', async () => {
    await field('Title in en').fill('Changed');
    await preview().getByRole('heading', { name: 'Changed' }).waitFor();
    expect(await preview().getByLabel('Country').inputValue()).toBe('fr');
    await page().getByText('Desktop', { exact: true }).click();
    const frame = page().locator('iframe[title^="Preview of"]');
    await expect.poll(async () => (await frame.boundingBox())?.width).toBeGreaterThan(390);
  });
});

describe('sample data', () => {
  test('stand where the form shows session data, as the end user would read them, and stay in this browser', async () => {
    await begin('sampled');
    await field('Title in en').fill('Hello {{processVar._initial.firstName}}');
    await add('Email');
    await field('Default').fill('{{processVar.customer.email}}');
    await preview().getByRole('heading', { name: 'Hello Ada' }).waitFor();
    await expect.poll(() => preview().getByLabel('Email').inputValue()).toBe('ada@example.com');
    await page().getByText('Sample data (2)').click();
    await field('Sample for customer.email').fill('grace@example.org');
    await expect.poll(() => preview().getByLabel('Email').inputValue()).toBe('grace@example.org');
    expect((await documentOf()).components[0].default).toBe('{{processVar.customer.email}}');
    await button('Back to the first samples').click();
    await preview().getByRole('heading', { name: 'Hello Ada' }).waitFor();
    await field('Sample for _initial.firstName').fill('Barbara');
    await button('Save as draft').click();
    await page().getByRole('heading', { level: 1, name: 'sampled' }).waitFor();
    await preview().getByRole('heading', { name: 'Hello Barbara' }).waitFor();
  });
});

describe('conditions', () => {
  test('are groups of rules within groups, built by hand, and the preview follows them', async () => {
    await begin('nested');
    for (const id of ['country', 'age', 'note']) {
      await add('Text');
      await field('Label in en').fill(id);
      await field('Id').fill(id);
    }
    await page().getByText('By rules').click();
    await field('Comparison of rule 1').selectOption('equals');
    await field('Value of rule 1').fill('de');
    await button('Add group').click();
    await field('Field of rule 2.1').selectOption('age');
    await field('Comparison of rule 2.1').selectOption('atLeast');
    await field('Value of rule 2.1').fill('18');
    await button('Add rule to group 2').click();
    await field('Field of rule 2.2').selectOption('Session data …');
    await field('Session data of rule 2.2').fill('{{processVar._initial.plan}}');
    await field('Comparison of rule 2.2').selectOption('equals');
    await field('Value of rule 2.2').fill('gold');
    expect((await documentOf()).components[2].visibleWhen).toEqual({
      all: [
        { field: 'country', operator: 'equals', value: 'de' },
        {
          any: [
            { field: 'age', operator: 'atLeast', value: '18' },
            { text: '{{processVar._initial.plan}}', operator: 'equals', value: 'gold' },
          ],
        },
      ],
    });
    const note = preview().getByLabel('note');
    await preview().getByLabel('country').fill('de');
    expect(await note.isVisible()).toBe(false);
    await preview().getByLabel('age').fill('18');
    await note.waitFor();
    await field('Rules together in group 2').selectOption('None of these may hold');
    await note.waitFor({ state: 'hidden' });
    await button('Remove group 2').click();
    expect((await documentOf()).components[2].visibleWhen).toEqual({
      field: 'country',
      operator: 'equals',
      value: 'de',
    });
  });
});

test('the console stays quiet but for answers that were refused on purpose', () => {
  expect(stage.complaints().filter((text) => !/status of (404|409|422)/.test(text))).toEqual([]);
});
