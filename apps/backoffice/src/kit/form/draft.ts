type Draft<Values> = { readonly saved: Values; readonly values: Values };

const keyOf = (place: string): string => `latchkey.draft.${place}`;

/** Keeps unsaved values of the form at this address, in this tab, over a reload. */
export function keepDraft<Values>(place: string, draft: Draft<Values>): void {
  sessionStorage.setItem(keyOf(place), JSON.stringify(draft));
}

export const dropDraft = (place: string): void => sessionStorage.removeItem(keyOf(place));

/** The values that were not saved before a reload; `undefined` where there are none, or others were saved meanwhile. */
export function draftOf<Values>(place: string, saved: Values): Values | undefined {
  const kept = sessionStorage.getItem(keyOf(place));
  if (kept === null) return undefined;
  try {
    const draft = JSON.parse(kept) as Draft<Values>;
    return JSON.stringify(draft.saved) === JSON.stringify(saved) ? draft.values : undefined;
  } catch {
    return undefined;
  }
}
