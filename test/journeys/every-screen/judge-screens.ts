import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BackofficeScreen } from '../../support/backoffice-screens.ts';
import { isOpen, openOver } from '../../support/open-over.ts';
import { findingsOf } from '../support/findings.ts';
import { settled } from '../support/visit-backoffice.ts';
import { needsOf } from './route-tree.ts';
import {
  fewLooks,
  judge,
  judgeIn,
  type Look,
  newVisitor,
  take,
  type Visitor,
  whileCalls,
} from './visitor.ts';

const failed = {
  type: 'urn:latchkey:problem:server.failed',
  code: 'server.failed',
  title: 'The server failed.',
  status: 500,
  instance: '/api',
  traceId: '01K0000000000000000000TRACE',
};
const problem = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify(failed),
};

/** Tests of each screen in every state: as it is, with what it opens, waiting, failed, without permission. */
export function judgeScreens(screens: readonly BackofficeScreen[]): { readonly visitor: () => Visitor } {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await newVisitor();
  });
  afterAll(() => visitor?.close());

  describe.each(screens.map((screen) => [screen.route, screen] as const))('%s', (_, screen) => {
    const first = screen.at[0] ?? '';
    const opens = (screen.opens ?? []).map((opened) => [opened.name, opened] as const);

    test.each(screen.at)('has nothing for axe at %s', async (path) => {
      const page = visitor.pageOf(screen);
      await visitor.visit(page, path);
      await settled(page);
      expect(new URL(page.url()).pathname.includes('sign-in')).toBe(screen.route === '/sign-in');
      await judge(page, path, screen);
    });

    test.each(opens)('has nothing for axe with its %s open', async (name, opened) => {
      const page = visitor.pageOf(screen);
      const openedIn = async (look: Look) => {
        await visitor.visit(page, opened.at ?? first, look);
        await settled(page);
        await openOver(page, opened);
      };
      const [desktop, phone] = fewLooks;
      await openedIn(desktop);
      await judgeIn(page, desktop, name);
      await take(page, phone);
      // Where a phone has its button elsewhere, it has closed.
      if (!(await isOpen(page, opened))) await openedIn(phone);
      await judgeIn(page, phone, name);
    });

    if (!screen.readsNothing)
      test('has nothing for axe while it waits and when it fails', async () => {
        const page = visitor.pageOf(screen);
        await whileCalls(
          page,
          () => undefined,
          async () => {
            await visitor.visit(page, first);
            await page.locator('main').waitFor();
            await page.waitForTimeout(600);
            expect(await findingsOf(page), 'waiting').toEqual([]);
          },
        );
        await whileCalls(
          page,
          (route) => route.fulfill(problem),
          async () => {
            await visitor.visit(page, first);
            await page.getByText('server.failed').first().waitFor();
            await judge(page, 'failed', { isCanvas: screen.isCanvas, among: fewLooks });
          },
        );
      });

    if (needsOf(screen.route))
      test('says which permission is missing', async () => {
        const { inside } = visitor;
        await inside.route(/\/api\/backoffice\/session$/, async (route) => {
          const answer = await route.fetch();
          await route.fulfill({ json: { ...(await answer.json()), permissions: [] } });
        });
        await visitor.visit(inside, first);
        await inside.getByText(String(needsOf(screen.route))).waitFor();
        await judge(inside, 'without permission', { among: fewLooks });
        await inside.unrouteAll({ behavior: 'ignoreErrors' });
      });
  });

  test('the screens obey their own policy: the console stays quiet but for answers that were refused on purpose', () => {
    const refused = /status of (400|401|404|409|422|500)/;
    expect(visitor.complaints.filter((text) => !refused.test(text))).toEqual([]);
  });
  return { visitor: () => visitor };
}
