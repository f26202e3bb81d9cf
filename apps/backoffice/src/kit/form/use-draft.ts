import { useEffect, useRef, useState } from 'react';
import { draftOf, dropDraft, keepDraft } from './draft.ts';
import type { Form } from './use-form.ts';

/**
 * Keeps what is typed over a reload of the window; leaving the screen, or saving, lets it go. Answers whether the form
 * shows what was kept, and how to go back to what is saved.
 */
export function useDraft<Values extends object>(form: Form<Values>) {
  const { values, saved, isDirty, set, reset } = form;
  const [place] = useState(() => location.pathname);
  const [draft] = useState(() => draftOf(place, saved));
  const [isRestored, setRestored] = useState(false);
  const wasDirty = useRef(false);
  useEffect(() => {
    if (draft === undefined) return;
    set(draft);
    setRestored(true);
  }, [draft, set]);
  useEffect(() => {
    if (isDirty) keepDraft(place, { saved, values });
    else if (wasDirty.current) dropDraft(place);
    wasDirty.current = isDirty;
  }, [place, isDirty, saved, values]);
  // A reload takes the window away without this; only a way to another screen ends here.
  useEffect(() => () => dropDraft(place), [place]);
  const discard = () => {
    reset();
    setRestored(false);
  };
  return { isRestored: isRestored && isDirty, discard };
}
