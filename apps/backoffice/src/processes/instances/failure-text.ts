import { failureWords, familyWords } from './failure-words.ts';

type Declared = { readonly code: string; readonly label: string; readonly docs: string };

/** As much of an activity as tells its failures. */
export type DeclaringActivity = { readonly id: string; readonly boundaryEvents: readonly Declared[] };

/**
 * A failure in words: as the activity that failed declares it, else by what is known of its code. Activities share
 * codes and mean their own by them, so that another's words are taken only where nothing tells which one failed.
 */
export function failureText(
  code: string,
  activity: string | undefined,
  activities: readonly DeclaringActivity[],
): string | undefined {
  const own = activities.filter(({ id }) => activity === undefined || id === activity);
  const event = own.flatMap(({ boundaryEvents }) => boundaryEvents).find((one) => one.code === code);
  if (event) return `${event.label}: ${event.docs}`;
  return failureWords[code] ?? familyWords[code.split('.')[0] ?? ''];
}
