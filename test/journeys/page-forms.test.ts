import { describe, expect, test } from 'vitest';
import { setStage } from './support/stage.ts';

describe('a form in a browser', () => {
  const { server, page, open, heading, focused, press } = setStage();

  test('brings up a question with the answer that it is about, and judges only what is in sight', async () => {
    server().answerWith(() => server().view('succeeded'));
    await open('brought-up');
    const tax = page().getByLabel('Tax number');
    expect(await tax.isVisible()).toBe(false);
    await page().getByLabel('Country').fill(' de ');
    await tax.waitFor();
    await press('Continue');
    expect(await page().locator('.summary li').allTextContents()).toEqual([
      'Tax number: Please fill this in.',
    ]);
    await page().getByLabel('Country').fill('fr');
    expect(await tax.isVisible()).toBe(false);
    await press('Continue');
    await heading('Done');
    expect(server().received.at(-1)).toMatchObject({ kind: 'submit', values: { country: 'fr' } });
    expect(server().received.at(-1)?.values).not.toHaveProperty('taxNumber');
  });

  test('keeps through a reload what was typed, with the question that it brought up', async () => {
    await open('brought-up');
    await page().getByLabel('Country').fill('de');
    await page().getByLabel('Tax number').fill('12');
    await page().reload();
    await page().getByLabel('Tax number').waitFor();
    expect(await page().getByLabel('Tax number').inputValue()).toBe('12');
  });

  test('gives more time, says so, and takes the button away with the last of it', async () => {
    server().answerWith((_, { kind }) =>
      kind === 'extend' ? { kind: 'extended', remainingMs: 300_000, mayExtend: false } : undefined,
    );
    await page().clock.install();
    await open('more-time');
    expect(await page().getByRole('status').textContent()).toBe('45 seconds left for this step.');
    await page().clock.fastForward(26_000);
    expect(await page().getByRole('status').textContent()).toBe('20 seconds left for this step.');
    await press('I need more time');
    await page().getByRole('status').getByText('You have more time now.').waitFor();
    expect(await page().locator('.clock').isVisible()).toBe(false);
    expect(await page().getByRole('button', { name: 'I need more time' }).count()).toBe(0);
    expect(await focused()).toContain('Continue');
    await page().clock.fastForward(241_000);
    expect(await page().getByRole('status').textContent()).toBe('60 seconds left for this step.');
    await page().clock.fastForward(40_000);
    expect(await page().getByRole('status').textContent()).toBe('20 seconds left for this step.');
  });
});

describe('a form of 200 components on a processor of a quarter of the speed', () => {
  const { server, page, open, heading, press } = setStage();

  test('opens, tells every fault at once, takes answers and is sent', async () => {
    server().answerWith(() => server().view('succeeded'));
    const devtools = await page().context().newCDPSession(page());
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const times: Record<string, number> = {};
    const timed = async (what: string, act: () => Promise<unknown>) => {
      const begun = performance.now();
      await act();
      times[what] = Math.round(performance.now() - begun);
    };
    await timed('opens', async () => {
      await open('two-hundred');
      await page().getByLabel('Question 199').waitFor();
    });
    await timed('tells 200 faults', async () => {
      await press('Continue');
      await page().locator('.summary li').nth(199).waitFor();
    });
    await timed('takes one character', async () => {
      await page().getByLabel('Question 0', { exact: true }).press('x');
    });
    await page().evaluate(fillAll);
    await timed('is judged and sent', async () => {
      await press('Continue');
      await heading('Done');
    });
    const { values } = server().received.at(-1) as { values: object };
    expect(Object.keys(values)).toHaveLength(200);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    console.info(`a form of 200 components, CPU throttled 4x, ms: ${JSON.stringify(times)}`);
  });
});

/** Answers every question, as a person would have done by then. */
const fillAll = `(() => {
  const answers = { email: 'ada@example.org', tel: '+4930901820', date: '1990-12-24' };
  for (const field of document.querySelectorAll('[data-rules]')) {
    for (const control of field.querySelectorAll('input, select')) {
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = true;
      else if (control.tagName === 'SELECT') control.value = 'work';
      else control.value = answers[control.type] ?? '42';
    }
  }
  document.querySelector('form').dispatchEvent(new Event('change', { bubbles: true }));
})()`;
