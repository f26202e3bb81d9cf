import type { Page } from 'playwright-core';
import type { Opened, Pressed } from './backoffice-screens.ts';

/** Opens what a screen has to open, by the names of its buttons and of the views that one chooses from. */
export async function openOver(page: Page, { press, isInPlace, shows, frame }: Opened): Promise<void> {
  for (const one of press) {
    const target = locate(page, one).first();
    await target.scrollIntoViewIfNeeded();
    await target.click();
  }
  const over = page.locator('[role=dialog]:visible, [role=menu]:visible, [role=listbox]:visible');
  if (shows !== undefined) await partOf(page, shows).first().waitFor();
  else if (!isInPlace) await over.first().waitFor();
  // What comes late leaves a grey place until then.
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  if (frame === undefined) return;
  const within = page.locator(`iframe[title="${frame.title}"]`);
  // Browsers paint no frame that is out of sight, nor let it move.
  await within.scrollIntoViewIfNeeded();
  await within.contentFrame().getByText(frame.says).first().waitFor();
}

const partOf = (page: Page, name: string) =>
  page.getByRole('region', { name }).or(page.getByRole('complementary', { name }));

function locate(page: Page, one: Pressed) {
  if (typeof one === 'object' && 'role' in one)
    return page.getByRole(one.role, { name: one.name, exact: typeof one.name === 'string' });
  return page
    .getByRole('button', { name: one, exact: typeof one === 'string' })
    .or(page.locator('[role=radiogroup] label').getByText(one, { exact: true }));
}
