import { describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { setStage } from './support/stage.ts';

describe('the page in a browser, under its own security policy', () => {
  const { server, browser, context, page, open, heading, focused, press, fill } = setStage();

  test('opens a link by itself, and the back button does not come back to it', async () => {
    server().answerWith(() => ({ location: '/registration' }));
    await open('starting');
    await heading('Title');
    expect(server().received).toEqual([{ pt: 'QX6WJ7R2K3MZ4L5N7P2AB3CD4E', lang: 'en' }]);
    expect(await page().evaluate('history.length')).toBe(2);
  });

  test('opens a link that asks for it only on a press', async () => {
    server().answerWith(() => ({ location: '/registration' }));
    await open('start');
    expect(server().received).toEqual([]);
    await press('Get started');
    await heading('Title');
  });

  test('says that a link has ended when the server does not take it', async () => {
    server().answerWith(() => 404);
    await open('starting');
    await heading('This link has ended');
  });

  test('names what to mend before it sends anything', async () => {
    server().answerWith(() => server().view('retry'));
    await open('registration');
    await press('Submit for Registration');
    expect(await page().locator('.summary li').allTextContents()).toEqual([
      'User Name: Please fill this in.',
      'Display Name: Please fill this in.',
    ]);
    expect(await focused()).toContain('Please check these answers');
    await page().getByRole('link', { name: 'User Name' }).click();
    await page().keyboard.type('ada');
    expect(await page().locator('[aria-invalid]').count()).toBe(1);
    expect(server().received).toEqual([]);
  });

  test('shows what the server found beside the field, and loses nothing', async () => {
    server().answerWith(() => ({ kind: 'errors', errors: [{ field: 'userName', message: 'Taken.' }] }));
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await page().locator('#e-userName', { hasText: 'Taken.' }).waitFor();
    expect(await page().getByLabel('User Name').getAttribute('aria-describedby')).toBe('e-userName');
    expect(await page().getByLabel('Display Name').inputValue()).toBe('Ada Lovelace');
  });

  test('without network it keeps the answers, says so, and goes on by itself', async () => {
    server().answerWith(() => server().view('registered'));
    await open('registration');
    await fill();
    await context().setOffline(true);
    await press('Submit for Registration');
    await heading('You appear to be offline');
    expect(await page().getByLabel('User Name').inputValue()).toBe('ada');
    await context().setOffline(false);
    await heading('Passkey created');
    expect(server().received).toHaveLength(1);
  });

  test('tries again after an answer of a busy server', async () => {
    let tries = 0;
    server().answerWith(() => (++tries === 1 ? 503 : server().view('registered')));
    await open('retry');
    await press('Continue');
    await heading('Passkey created');
    expect(server().received).toHaveLength(2);
  });

  test('our own failure names the reference and leaves the form to try again', async () => {
    server().answerWith(() => 500);
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('We can’t go on right now');
    await page().getByText('trace-7').waitFor();
    await press('Try again');
    expect(await page().getByLabel('User Name').inputValue()).toBe('ada');
  });

  test('loads the page anew when the journey stands elsewhere', async () => {
    server().answerWith(() => 409);
    await open('retry');
    const loaded = page().waitForEvent('load');
    await press('Continue');
    await loaded;
    await heading('User cancelled the process');
  });

  test('keeps what was typed through a reload', async () => {
    await open('registration');
    await fill();
    await page().reload();
    expect(await page().getByLabel('Display Name').inputValue()).toBe('Ada Lovelace');
  });

  test('a form with hidden buttons goes on by itself', async () => {
    server().answerWith(() => server().view('succeeded'));
    await open('advancing');
    await heading('All done');
    expect(server().received).toEqual([{ kind: 'submit', attempt: 1, values: {} }]);
  });

  test('a form with hidden buttons can be paused, and then has its button', async () => {
    server().answerWith(() => server().view('succeeded'));
    await open('advancing-slowly');
    await page().clock.install();
    await press('Pause');
    expect(await focused()).toBe('Continue');
    await page().clock.fastForward(120_000);
    expect(server().received).toEqual([]);
    await press('Continue');
    await heading('All done');
  });

  test('a pause stays as it is, tells once that it goes on, and goes on', async () => {
    await page().clock.install();
    server().answerWith(() => server().view('pause'));
    await open('pause');
    await heading('One moment…');
    await page().evaluate(`document.querySelector('.panel').dataset.first = ''`);
    for (const looks of [1, 2, 3]) {
      await page().clock.fastForward(5_000);
      await expect.poll(() => server().received.length).toBe(looks);
      // Told at the first look, and not again.
      const told = looks === 1 ? 'This page goes on by itself.' : '';
      await expect.poll(() => page().getByRole('status').textContent()).toBe(told);
      await page().evaluate(`document.getElementById('live').textContent = ''`);
    }
    expect(await page().locator('[data-first]').count()).toBe(1);
    server().answerWith(() => server().view('registration'));
    await page().clock.fastForward(5_000);
    await heading('Title');
    expect(await focused()).toBe('Title');
    await page().getByLabel('User Name').fill('ada');
  });

  test('a pause ends in the server’s page when the journey is not this browser’s any more', async () => {
    server().answerWith(() => 404);
    await open('pause');
    await page().waitForEvent('load');
  });

  test('a pause looks again without JavaScript too', async () => {
    const plain = await browser().newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${server().origin}/pause`);
    await bare.waitForEvent('framenavigated');
    expect(await bare.locator('h1').textContent()).toBe('One moment…');
    await plain.close();
  });

  test('a page that the browser kept for the back button asks the server anew', async () => {
    // Browsers keep pages that may not be stored, too; the one of the other tests is told not to.
    const keeping = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    const kept = await keeping.newPage();
    await kept.addInitScript(`
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) sessionStorage.setItem('cameBack', window.isTheOldOne);
      });
    `);
    await kept.goto(`${server().origin}/registration`);
    await kept.getByLabel('User Name').fill('ada');
    await kept.evaluate(`window.isTheOldOne = 'yes'`);
    await kept.goto(`${server().origin}/succeeded`);
    await kept.goBack();
    await expect.poll(() => kept.evaluate('window.isTheOldOne')).toBeUndefined();
    expect(await kept.evaluate(`sessionStorage.getItem('cameBack')`)).toBe('yes');
    expect(await kept.getByLabel('User Name').inputValue()).toBe('ada');
    await keeping.close();
  });

  test('shows the end of a step in its last minute', async () => {
    await open('last-minute');
    await page()
      .getByText(/Time left 0:[234]\d/)
      .waitFor();
    expect(await page().getByRole('status').textContent()).toBe('45 seconds left for this step.');
  });

  test('tells the last twenty seconds aloud, and asks the server when they are over', async () => {
    await page().clock.install();
    await open('last-minute');
    await page().clock.fastForward(26_000);
    expect(await page().getByRole('status').textContent()).toBe('20 seconds left for this step.');
    const loaded = page().waitForEvent('load');
    await page().clock.fastForward(20_000);
    await page().clock.fastForward(2_000);
    await loaded;
    await heading('Title');
  });

  test('without JavaScript a link and a form can still be sent', async () => {
    const plain = await browser().newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${server().origin}/starting`);
    expect(await bare.locator('form[action="/web/trustweb/start"] button:visible').count()).toBe(1);
    await bare.goto(`${server().origin}/retry`);
    expect(await bare.locator('form[method="post"] button[type=submit]:visible').count()).toBe(1);
    await bare.goto(`${server().origin}/registration`);
    expect(await bare.locator('noscript .notice.warning:visible').count()).toBe(1);
    await plain.close();
  });
});
