import { useCallback, useMemo, useRef, useState } from 'react';
import { problemIn } from '../../api/call-failure.ts';
import { type FieldErrors, fieldErrors } from './field-errors.ts';

export type Form<Values> = {
  readonly values: Values;
  /** What was last saved, or is in a new form. */
  readonly saved: Values;
  readonly set: (change: Partial<Values>) => void;
  /** Whether anything differs from what was last saved. */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** The failure of the last save, as long as nothing was saved since. */
  readonly failure: unknown;
  readonly errors: FieldErrors;
  readonly submit: () => Promise<void>;
  readonly reset: (values?: Values) => void;
};

/**
 * A form over plain values. `save` is called with them; a problem's `errors[]` go to the fields that their pointers
 * name (`/email`, `/restrictedOrigins/2`), the rest is for a `FormFailure`.
 */
export function useForm<Values extends object>(
  initial: Values,
  save: (values: Values) => Promise<unknown>,
): Form<Values> {
  const [saved, setSaved] = useState(initial);
  const [values, setValues] = useState(initial);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [isSaving, setSaving] = useState(false);
  const latest = useRef({ values, save });
  latest.current = { values, save };

  const submit = useCallback(async () => {
    setSaving(true);
    setFailure(undefined);
    try {
      const sent = latest.current.values;
      await latest.current.save(sent);
      setSaved(sent);
    } catch (caught) {
      setFailure(caught);
      requestAnimationFrame(focusFirstFault);
    } finally {
      setSaving(false);
    }
  }, []);
  const set = useCallback((change: Partial<Values>) => setValues((old) => ({ ...old, ...change })), []);
  const reset = useCallback(
    (next?: Values) => {
      setSaved(next ?? saved);
      setValues(next ?? saved);
      setFailure(undefined);
    },
    [saved],
  );
  const isDirty = useMemo(() => JSON.stringify(values) !== JSON.stringify(saved), [values, saved]);
  const errors = useMemo(() => (failure === undefined ? [] : (problemIn(failure).errors ?? [])), [failure]);
  return {
    values,
    saved,
    set,
    isDirty,
    isSaving,
    failure,
    errors: useMemo(() => fieldErrors(errors), [errors]),
    submit,
    reset,
  };
}

const focusFirstFault = (): void =>
  document.querySelector<HTMLElement>('form [aria-invalid="true"], form [role="alert"]')?.focus();
