import type { Locator, Page } from 'playwright-core';
import type { Opened, Pressed } from './backoffice-screens.ts';

/** Opens what a screen has to open, by the names of its buttons and of the views that one chooses from. */
export async function openOver(page: Page, opened: Opened): Promise<void> {
  const isNarrow = (page.viewportSize()?.width ?? 0) < 700;
  for (const one of [...((isNarrow && opened.onPhone) || []), ...opened.press]) {
    const target = locate(page, one).filter({ visible: true }).first();
    await target.scrollIntoViewIfNeeded();
    await target.click();
  }
  await openedPart(page, opened)?.waitFor();
  // What comes late leaves a grey place until then.
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  const { frame } = opened;
  if (frame === undefined) return;
  const within = page.locator(`iframe[title="${frame.title}"]`);
  // Browsers paint no frame that is out of sight, nor let it move.
  await within.scrollIntoViewIfNeeded();
  await within.contentFrame().getByText(frame.says).first().waitFor();
}

/** Whether that is open still. */
export const isOpen = async (page: Page, opened: Opened): Promise<boolean> =>
  (await openedPart(page, opened)?.isVisible()) ?? true;

function openedPart(page: Page, { isInPlace, shows }: Opened): Locator | undefined {
  if (shows !== undefined) return partOf(page, shows).first();
  if (isInPlace) return undefined;
  return page.locator('[role=dialog]:visible, [role=menu]:visible, [role=listbox]:visible').first();
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
