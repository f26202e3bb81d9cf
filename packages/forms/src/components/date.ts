import { type Check, text } from '../check.ts';
import { isDay } from '../readers/read-date.ts';
import type { ComponentKind } from './component-kind.ts';
import { fieldMembers } from './field-members.ts';

const dateFormat: Check = (value, pointer, report) => {
  text(value, pointer, report);
  const parts = ['YYYY', 'MM', 'DD'];
  if (
    typeof value === 'string' &&
    value !== '' &&
    !parts.every((part) => value.toUpperCase().includes(part))
  ) {
    report({ pointer, detail: 'Must name YYYY, MM and DD, such as DD/MM/YYYY.' });
  }
};

/** A day. Kept and sent as `yyyy-mm-dd`; the browser shows it in the person's own way. */
export const dateKind: ComponentKind = {
  check: fieldMembers({ dateFormat }),
  field: { format: 'date', empty: '', limits: () => ({}) },
};

/** A day that a form's default gives in the form's own `dateFormat`, as ISO; other texts stay as they are. */
export function isoDay(written: string, format: string): string {
  const places = [...format.toUpperCase().matchAll(/YYYY|MM|DD/g)].map(([part]) => part);
  const numbers = written.match(/\d+/g) ?? [];
  const part = (name: string) => numbers[places.indexOf(name)] ?? '';
  const iso = `${part('YYYY')}-${part('MM').padStart(2, '0')}-${part('DD').padStart(2, '0')}`;
  return isDay(iso) ? iso : written;
}
