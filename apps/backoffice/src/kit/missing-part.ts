import { servesThisVersion } from '../api/serves-this-version.ts';
import { common } from '../words/common.ts';
import { notice } from './toasts.ts';

/** What browsers say when a file of a page is not there (any more); Vite of its styles. */
const sentences = [
  /^Failed to fetch dynamically imported module/,
  /^error loading dynamically imported module/,
  /^Importing a module script failed/,
  /^Unable to preload CSS/,
];

/** Whether a failure says that a file of the Backoffice could not be loaded. */
export const isMissingPart = (failure: unknown): boolean =>
  failure instanceof Error && sentences.some((sentence) => sentence.test(failure.message));

export const reload = (): void => location.reload();

let isTelling = false;

/** Says that files of the Backoffice cannot be loaded, why, and what to do: once, however many are missing. */
export async function tellMissingPart(): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  const text = (await servesThisVersion()) ? common.unreachablePart : common.updated;
  notice(text, { label: common.reload, run: reload });
  isTelling = false;
}

/** Tells of every file that cannot be loaded, also of those that nobody asked for yet. */
export const watchForMissingParts = (): void =>
  addEventListener('vite:preloadError', () => void tellMissingPart());
