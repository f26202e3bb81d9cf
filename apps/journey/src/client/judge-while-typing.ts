import { fault, fieldValue, setMessage } from './fields.ts';

/** Tells a fault when a filled field is left, and takes it away as soon as it is mended. */
export function judgeWhileTyping(form: HTMLElement): void {
  const fieldOf = ({ target }: Event) => (target as Element).closest<HTMLElement>('[data-rules]');
  form.addEventListener('focusout', (event) => {
    const field = fieldOf(event);
    if (field && isFilled(field)) setMessage(field, fault(field));
  });
  form.addEventListener('input', (event) => {
    const field = fieldOf(event);
    if (field?.querySelector('[aria-invalid]') && fault(field) === undefined) setMessage(field, undefined);
  });
}

const isFilled = (field: HTMLElement): boolean => !['', false].includes(fieldValue(field) as string | false);
