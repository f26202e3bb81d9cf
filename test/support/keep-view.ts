import type { Page } from 'playwright-core';

/** The name of a view of the users who are locked out. */
export const keptView = 'Locked out';

/** Keeps a view in the browser of whoever is signed in, as if they had saved it. */
export const keepView = (page: Page): Promise<void> =>
  page.evaluate(async (name) => {
    type Kept = { readonly localStorage: { readonly setItem: (key: string, value: string) => void } };
    type Session = { readonly tenant: string; readonly operator: { readonly id: string } };
    const answer = await fetch('/api/backoffice/session');
    const { tenant, operator } = (await answer.json()) as Session;
    const view = { id: 'kept', name, path: '/users', search: { status: 'LOCKED' } };
    const { localStorage } = globalThis as unknown as Kept;
    localStorage.setItem(`latchkey.views.${tenant}.${operator.id}`, JSON.stringify([view]));
  }, keptView);
