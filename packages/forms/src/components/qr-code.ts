import { type Check, members, text, texts } from '../check.ts';
import type { ComponentKind } from './component-kind.ts';

const content: Check = (value, pointer, report) => {
  text(value, pointer, report);
  if (typeof value === 'string' && (value === '' || value.length > 1_000)) {
    report({ pointer, detail: 'Must have 1 to 1000 characters.' });
  }
};

/** A text as a QR code, with substitution: `value` is what the code holds, `label` says what it is for. */
export const qrCodeKind: ComponentKind = { check: members({ label: texts, value: content }, ['value']) };
