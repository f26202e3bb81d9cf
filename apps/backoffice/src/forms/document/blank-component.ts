import type { DraftComponent } from './draft-document.ts';
import { freeId } from './free-id.ts';

type Place = { readonly languages: readonly string[]; readonly taken: ReadonlySet<string> };
type Texts = (words?: string) => { readonly values: Readonly<Record<string, string>> };

/** A new component with every member that the guide's documents write. */
export function blankComponent(type: string, { languages, taken }: Place): DraftComponent {
  const [first = 'en'] = languages;
  const texts: Texts = (words = '') => ({ values: { [first]: words } });
  const blank = Object.hasOwn(blanks, type) ? blanks[type] : undefined;
  const made = blank?.(texts) ?? {};
  // Texts may share an id, and the reference names every paragraph `paragraph`.
  const id = type === 'paragraph' ? type : freeId(type, taken);
  return { type, isValid: true, id, ...made, index: 0 };
}

const field =
  (words: string, more: object = {}) =>
  (texts: Texts) => ({
    readOnly: false,
    label: texts(words),
    default: '',
    transient: false,
    validate: {
      required: false,
      minLength: '',
      maxLength: '',
      missingMessage: texts(),
      invalidMessage: texts(),
      invalidLengthMessage: texts(),
    },
    ...more,
  });

const choice = (words: string) => (texts: Texts) => ({
  ...field(words)(texts),
  options: [
    { value: 'first', label: texts('First choice') },
    { value: 'second', label: texts('Second choice') },
  ],
});

const shown =
  (words: string, more: object = {}) =>
  (texts: Texts) => ({
    label: texts(),
    values: texts(words).values,
    ...more,
  });

/** A grey square, until somebody chooses a picture. */
const square =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA0IDMiPjxyZWN0IHdpZHRoPSI0IiBoZWlnaHQ9IjMiIGZpbGw9IiM5YWExYjEiLz48L3N2Zz4=';

/** What a new component of each type holds. */
const blanks: Readonly<Record<string, (texts: Texts) => object>> = {
  text: field('Text'),
  number: field('Number'),
  email: field('Email'),
  phone: field('Phone'),
  date: field('Date', { dateFormat: 'DD/MM/YYYY' }),
  dropdown: choice('Choose one'),
  radio: choice('Choose one'),
  checkbox: field('I agree', { default: false }),
  paragraph: shown('Words'),
  subtitle: shown('Subtitle'),
  notification: shown('Something to know.', {
    notificationType: 'default',
    allowTimer: false,
    showCloseButton: false,
  }),
  image: (texts) => ({ label: texts('Picture'), source: square }),
  qrCode: (texts) => ({ label: texts('Scan this'), value: 'https://example.com' }),
};
