import type { Format } from './rules.ts';

/** What a person reads where the form has no words of its own. `{min}` and `{max}` are replaced. */
type Messages = {
  readonly missing: string;
  readonly missingChoice: string;
  readonly missingTick: string;
  readonly invalid: Readonly<Record<Format, string>>;
  readonly length: Limits;
  readonly range: Limits;
};

type Limits = { readonly between: string; readonly atLeast: string; readonly atMost: string };

const en: Messages = {
  missing: 'Please fill this in.',
  missingChoice: 'Please choose one.',
  missingTick: 'Please tick this box to go on.',
  invalid: {
    text: 'Please check this.',
    number: 'Please enter a number, such as 42 or 1.5.',
    email: 'Please enter an email address, such as name@example.com.',
    phone: 'Please enter a phone number, such as +44 20 7946 0000.',
    date: 'Please enter a date that exists.',
    choice: 'Please choose one of the options.',
    checkbox: 'Please tick the box or leave it empty.',
  },
  length: {
    between: 'Please use {min} to {max} characters.',
    atLeast: 'Please use at least {min} characters.',
    atMost: 'Please use at most {max} characters.',
  },
  range: {
    between: 'Please stay between {min} and {max}.',
    atLeast: 'Please enter {min} or more.',
    atMost: 'Please enter {max} or less.',
  },
};

const de: Messages = {
  missing: 'Bitte füllen Sie dieses Feld aus.',
  missingChoice: 'Bitte wählen Sie eine Möglichkeit.',
  missingTick: 'Bitte setzen Sie das Häkchen, um fortzufahren.',
  invalid: {
    text: 'Bitte prüfen Sie diese Angabe.',
    number: 'Bitte geben Sie eine Zahl ein, zum Beispiel 42 oder 1,5.',
    email: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
    phone: 'Bitte geben Sie eine Telefonnummer ein, zum Beispiel +49 30 901820.',
    date: 'Bitte geben Sie ein Datum ein, das es gibt.',
    choice: 'Bitte wählen Sie eine der Möglichkeiten.',
    checkbox: 'Bitte setzen Sie das Häkchen oder lassen Sie es weg.',
  },
  length: {
    between: 'Bitte verwenden Sie {min} bis {max} Zeichen.',
    atLeast: 'Bitte verwenden Sie mindestens {min} Zeichen.',
    atMost: 'Bitte verwenden Sie höchstens {max} Zeichen.',
  },
  range: {
    between: 'Bitte bleiben Sie zwischen {min} und {max}.',
    atLeast: 'Bitte geben Sie {min} oder mehr ein.',
    atMost: 'Bitte geben Sie höchstens {max} ein.',
  },
};

const he: Messages = {
  missing: 'יש למלא את השדה הזה.',
  missingChoice: 'יש לבחור אפשרות אחת.',
  missingTick: 'יש לסמן את התיבה כדי להמשיך.',
  invalid: {
    text: 'יש לבדוק את הערך הזה.',
    number: 'יש להזין מספר, למשל 42 או 1.5.',
    email: 'יש להזין כתובת דוא״ל, למשל name@example.com.',
    phone: 'יש להזין מספר טלפון, למשל ‎+972 2 123 4567.',
    date: 'יש להזין תאריך קיים.',
    choice: 'יש לבחור אחת מהאפשרויות.',
    checkbox: 'יש לסמן את התיבה או להשאיר אותה ריקה.',
  },
  length: {
    between: 'יש להשתמש ב־{min} עד {max} תווים.',
    atLeast: 'יש להשתמש ב־{min} תווים לפחות.',
    atMost: 'יש להשתמש ב־{max} תווים לכל היותר.',
  },
  range: {
    between: 'יש להזין ערך בין {min} ל־{max}.',
    atLeast: 'יש להזין {min} או יותר.',
    atMost: 'יש להזין {max} או פחות.',
  },
};

const catalogue: Readonly<Record<string, Messages>> = { en, de, he };

/** The default messages in the first of the languages that has them; English otherwise. */
export function messagesIn(languages: readonly string[]): Messages {
  const known = languages
    .map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '')
    .find((tag) => Object.hasOwn(catalogue, tag));
  return catalogue[known ?? 'en'] ?? en;
}

/** The message for a value outside its limits. */
export function limitMessage(limits: Limits, min: string | undefined, max: string | undefined): string {
  const words = min === undefined ? limits.atMost : max === undefined ? limits.atLeast : limits.between;
  return words.replace('{min}', min ?? '').replace('{max}', max ?? '');
}
