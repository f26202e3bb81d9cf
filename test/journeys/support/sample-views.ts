import { readFileSync } from 'node:fs';
import { type FormDocument, isField, parseForm } from '@latchkey/forms';
import type { FormView, JourneyView } from '@latchkey/journey';

const guideForm = (name: string): FormDocument =>
  parseForm(readFileSync(new URL(`../../../packages/forms/src/guide/${name}.json`, import.meta.url), 'utf8'));

const in3 = (en: string, de: string, he: string) => ({ values: { en, de, he } });

const options = [
  { value: 'work', label: in3('Work', 'Arbeit', 'עבודה') },
  { value: 'home', label: in3('Private', 'Privat', 'פרטי') },
];

const everything = parseForm(
  JSON.stringify({
    title: in3('Your details', 'Ihre persönlichen Angaben', 'הפרטים שלכם'),
    components: [
      {
        type: 'notification',
        id: 'news',
        ...in3('Hello {{processVar.name}}.', 'Guten Tag.', 'שלום.'),
        showCloseButton: true,
      },
      {
        type: 'paragraph',
        id: 'p',
        ...in3('Tell us how to reach you.', 'Sagen Sie uns, wie wir Sie erreichen.', 'איך ליצור אתכם קשר?'),
      },
      { type: 'subtitle', id: 's', ...in3('About you', 'Über Sie', 'עליכם') },
      {
        type: 'text',
        id: 'displayName',
        label: in3('Name', 'Vollständiger Name', 'שם'),
        validate: { required: true },
      },
      {
        type: 'email',
        id: 'email',
        label: in3('Email', 'E-Mail-Adresse', 'דוא״ל'),
        validate: { required: true },
      },
      { type: 'phone', id: 'phone', label: in3('Phone', 'Telefonnummer', 'טלפון') },
      { type: 'number', id: 'age', label: in3('Age', 'Alter', 'גיל') },
      {
        type: 'date',
        id: 'born',
        label: in3('Date of birth', 'Geburtsdatum', 'תאריך לידה'),
        default: '24/12/1990',
      },
      {
        type: 'dropdown',
        id: 'kind',
        label: in3('Kind', 'Art der Nutzung', 'סוג'),
        options,
        validate: { required: true },
      },
      {
        type: 'radio',
        id: 'place',
        label: in3('Where', 'Verwendungszweck', 'איפה'),
        options,
        default: 'work',
      },
      {
        type: 'text',
        id: 'code',
        label: in3('Your code', 'Ihr Code', 'הקוד שלכם'),
        default: 'A-1',
        readOnly: true,
      },
      {
        type: 'image',
        id: 'picture',
        label: in3('A blue square', 'Ein blaues Quadrat', 'ריבוע כחול'),
        source: `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="320" height="90"><rect width="320" height="90" fill="#4338ca"/></svg>')}`,
      },
      {
        type: 'qrCode',
        id: 'qr',
        label: in3('Scan with your phone', 'Mit dem Smartphone scannen', 'סרקו בטלפון'),
        value: 'https://latchkey.example/web/trustweb?pt=T4NJA4PEEM6Q3GXSON5QQZYMG4',
      },
      {
        type: 'checkbox',
        id: 'terms',
        label: in3('I agree to the terms', 'Ich stimme den Nutzungsbedingungen zu', 'אני מסכים לתנאים'),
        validate: { required: true },
      },
    ].map((component, index) => ({ index, ...component })),
    continueButton: in3('Save and go on', 'Speichern und weitermachen', 'שמירה והמשך'),
  }),
);

const form = (more: Partial<FormView> & Pick<FormView, 'form'>): FormView => ({
  kind: 'form',
  instanceId: 'T4NJA4PEEM6Q3GXSON5QQZYMG4',
  task: 't1',
  attempt: 1,
  values: {},
  substitute: (text) => text.replaceAll('{{processVar.name}}', 'Ada <b>Lovelace</b>'),
  readOnly: false,
  hideButtons: false,
  delaySeconds: 0,
  ...more,
});

const passkey = { relyingPartyName: 'Northwind', timeoutMs: 300_000 };
const registration = guideForm('registration-form');
const reference = 'QX6WJ7R2K3MZ4L5N7P2AB3CD4E';

const accepted = {
  rpId: 'localhost',
  userId: 'HJaQW0vnRHK5m-h9cl10CQ',
  allAcceptedCredentialIds: ['HJaQW0vnRHK5m-h9cl10CQ'],
};

type Ended = Extract<JourneyView, { kind: 'ended' }>;

const ended = (outcome: Ended['outcome']): Ended => ({
  kind: 'ended',
  outcome,
  reference,
  redirectUrl: 'https://example.org/home',
});

/** Every state that the server can render, by name. `now` is the moment from which deadlines count, in ms. */
/** A question that an answer brings up, and a text with it. */
const conditional = parseForm(
  JSON.stringify({
    title: in3('Where do you live?', 'Wo wohnen Sie?', 'היכן אתם גרים?'),
    components: [
      { type: 'text', id: 'country', index: 0, label: in3('Country', 'Land', 'מדינה') },
      {
        type: 'text',
        id: 'taxNumber',
        index: 1,
        label: in3('Tax number', 'Steuernummer', 'מספר מס'),
        validate: { required: true },
        visibleWhen: 'country == "de"',
      },
      {
        type: 'paragraph',
        id: 'p',
        index: 2,
        ...in3('It stands on your last letter.', 'Sie steht im letzten Brief.', 'הוא מופיע במכתב האחרון.'),
        visibleWhen: { field: 'taxNumber', operator: 'isEmpty' },
      },
    ],
  }),
);

/** A form as large as one may be: 200 components of every kind that is filled in. */
export const twoHundred: JourneyView = form({ form: largest(), task: 't8' });

function largest(): FormDocument {
  const types = ['text', 'email', 'phone', 'number', 'date', 'dropdown', 'radio', 'checkbox'];
  const components = Array.from({ length: 200 }, (_, index) => {
    const type = types[index % types.length];
    const label = in3(`Question ${index}`, `Frage ${index}`, `שאלה ${index}`);
    const before = index >= 8 ? { visibleWhen: `question${index % 8} != "none"` } : {};
    return { type, id: `question${index}`, index, label, options, validate: { required: true }, ...before };
  });
  return parseForm(JSON.stringify({ title: in3('Everything', 'Alles', 'הכול'), components }));
}

export const sampleViews = (now: number): Readonly<Record<string, JourneyView>> => ({
  start: { kind: 'start', link: { pt: reference }, confirm: true },
  starting: { kind: 'start', link: { pt: reference }, confirm: false },
  registration: form({ form: registration, passkey }),
  declinable: form({
    form: registration,
    passkey: { ...passkey, mayDecline: true },
    notice: 'cancelled',
    values: { userName: 'ada', displayName: 'Ada Lovelace' },
  }),
  'timed-out-before': form({ form: registration, passkey, notice: 'timed-out' }),
  exists: form({ form: registration, passkey, notice: 'already-registered' }),
  'device-unable': form({ form: registration, passkey, notice: 'unsupported' }),
  'only-this-device': form({
    form: registration,
    passkey: { ...passkey, needsThisDevice: true },
    notice: 'unsupported',
  }),
  blocked: form({ form: registration, passkey, notice: 'blocked' }),
  misconfigured: form({ form: registration, passkey, notice: 'configuration-error' }),
  rejected: form({ form: registration, passkey, notice: 'rejected' }),
  'another-device': form({
    form: registration,
    passkey: { ...passkey, mayUseAnother: true, mayDecline: true },
    notice: 'cancelled',
  }),
  'fresh-link': form({
    form: registration,
    passkey: {
      ...passkey,
      mayDecline: true,
      freshLink: 'https://latchkey.example/web/trustweb?pt=T4NJA4PEEM6Q3GXSON5QQZYMG4',
    },
  }),
  retry: form({ form: guideForm('retry-form'), task: 't2' }),
  everything: form({ form: everything, task: 't3' }),
  mistakes: form({
    form: everything,
    task: 't3',
    values: { email: 'ada@', kind: '' },
    errors: [
      { field: 'email', message: 'Please enter an email address, such as name@example.com.' },
      { field: 'kind', message: 'Please choose one.' },
      { field: 'terms', message: 'Please tick this box to go on.' },
    ],
  }),
  readonly: form({ form: everything, task: 't4', readOnly: true }),
  'wrong-everywhere': form({
    form: everything,
    task: 't3',
    errors: everything.components
      .filter(isField)
      .map(({ id }) => ({ field: id, message: 'Please check this.' })),
  }),
  'brought-up': form({ form: conditional, task: 't6' }),
  'more-time': form({ form: guideForm('retry-form'), task: 't7', deadlineAt: now + 45_000, mayExtend: true }),
  'last-minute': form({ form: registration, passkey, deadlineAt: now + 45_000 }),
  advancing: form({ form: guideForm('retry-form'), task: 't5', hideButtons: true, delaySeconds: 1 }),
  'advancing-slowly': form({
    form: guideForm('retry-form'),
    task: 't5',
    hideButtons: true,
    delaySeconds: 60,
  }),
  pause: { kind: 'pause', instanceId: 'T4NJA4PEEM6Q3GXSON5QQZYMG4' },
  registered: ended('registered'),
  'saved-in': { ...ended('registered'), provider: 'iCloud Keychain', accepted },
  succeeded: ended('succeeded'),
  declined: ended('declined'),
  review: ended('review'),
  'timed-out': ended('timed-out'),
  cancelled: ended('cancelled'),
  failed: ended('failed'),
  expired: { kind: 'expired' },
});

/** States that only the page itself shows. */
export const pageStates = [
  'waiting',
  'saving',
  'offline',
  'failed',
  'unsupported',
  'unsupported-here',
  'expired',
] as const;
