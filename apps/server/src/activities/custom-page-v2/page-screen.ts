import { Problem } from '@latchkey/kernel';
import type { ShownPage } from '../../pages/page.ts';
import type { PageAddress, Watched } from '../../pages/page-address.ts';
import type { ReadPage } from '../../pages/read-page.ts';
import type { Screen, ScreenRun } from '../define-activity.ts';
import { type Extendable, mayExtend } from '../form-activity.ts';

export type PageScreenNeeds = {
  readonly readPage: ReadPage;
  readonly pageAddress: (page: ShownPage, watched: Watched) => PageAddress;
};

/** The parameters that say which page is shown and for how long. */
export type PageGiven = {
  readonly customPageName: string;
  readonly customPageVersion: number;
  readonly customPageKey: string;
  readonly maxExtensions: number;
  readonly timeout?: number;
  readonly constants?: Readonly<Record<string, unknown>>;
};

/** Shows the page with its constants; one that was deleted while it was waited for is shown as missing. */
export async function pageScreen(needs: PageScreenNeeds, given: PageGiven, run: ScreenRun): Promise<Screen> {
  const shown = { constants: given.constants ?? {}, mayExtend: mayExtend(extendablePage(given), run) };
  try {
    const { customPageName: name, customPageVersion: version } = given;
    const page = await needs.readPage(run.sql, run.actor.tenant, name, version);
    const address = needs.pageAddress(page, { instanceId: run.actor.id, task: run.token });
    return { page: { ...shown, ...address } };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { page: { ...shown, isMissing: true, url: '', frameSource: "'none'" } };
  }
}

const isMissing = (error: unknown): boolean => error instanceof Problem && error.code === 'page.not-found';

/** A page of a task as something that can get more time. */
export const extendablePage = ({ customPageKey, maxExtensions, timeout }: PageGiven): Extendable => ({
  place: ['_customPages', customPageKey],
  maxExtensions,
  seconds: timeout,
});
