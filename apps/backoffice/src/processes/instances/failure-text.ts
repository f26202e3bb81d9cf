import type { HistoryEntry } from '@latchkey/contract';
import { failureWords, familyWords, unfitParameters } from './failure-words.ts';

type Declared = { readonly code: string; readonly label: string; readonly docs: string };

/** As much of an activity as tells its failures. */
export type DeclaringActivity = { readonly id: string; readonly boundaryEvents: readonly Declared[] };

/** A code with what is known of it. */
export type Failure = {
  readonly code: string;
  /** The activity that failed, where it is known. */
  readonly activity?: string | undefined;
  /** The parameters that did not fit, where that is why. */
  readonly errors?: Readonly<HistoryEntry['errors']> | undefined;
};

/**
 * A failure in words: which parameters did not fit; else as the activity that failed declares it, else by what is known of its code. Activities share
 * codes and mean their own by them, so that another's words are taken only where nothing tells which one failed.
 */
export function failureText(
  { code, activity, errors = [] }: Failure,
  activities: readonly DeclaringActivity[],
): string | undefined {
  if (errors.length > 0) return unfitParameters(errors.map(({ detail }) => detail));
  const own = activities.filter(({ id }) => activity === undefined || id === activity);
  const event = own.flatMap(({ boundaryEvents }) => boundaryEvents).find((one) => one.code === code);
  if (event) return `${event.label}: ${event.docs}`;
  return failureWords[code] ?? familyWords[code.split('.')[0] ?? ''];
}
