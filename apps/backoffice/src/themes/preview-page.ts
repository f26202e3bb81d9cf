import { parseForm } from '@latchkey/forms';
import { type JourneyView, type Language, renderPage, type Scheme } from '@latchkey/journey/renderer';
import css from '@latchkey/journey/style.css?inline';
import { styleNonce } from '../theme/style-nonce.ts';
import { type ThemeValues, wornTheme } from './theme-values.ts';
import { themeWords } from './theme-words.ts';

const text = (en: string) => ({ values: { en } });
const form = () =>
  parseForm(
    JSON.stringify({
      title: text('Your details'),
      components: [
        { type: 'notification', id: 'n', ...text('We keep what you type.'), index: 0 },
        { type: 'text', id: 'name', label: text('Name'), validate: { required: true }, index: 1 },
        { type: 'email', id: 'email', label: text('Email'), index: 2 },
        {
          type: 'radio',
          id: 'kind',
          label: text('Where will you use it?'),
          options: [
            { value: 'work', label: text('At work') },
            { value: 'home', label: text('At home') },
          ],
          default: 'work',
          index: 3,
        },
        { type: 'checkbox', id: 'terms', label: text('I agree to the terms'), index: 4 },
      ],
    }),
  );

const formView = (more: object): JourneyView => ({
  kind: 'form',
  instanceId: 'preview',
  task: 'preview',
  attempt: 0,
  form: form(),
  values: {},
  substitute: (words) => words,
  readOnly: false,
  hideButtons: false,
  delaySeconds: 0,
  ...more,
});

/** The moments in which most of the colours meet. */
const views = {
  form: () => formView({ passkey: { relyingPartyName: themeWords.relyingParty, timeoutMs: 300_000 } }),
  mistakes: () =>
    formView({
      deadlineAt: Date.now() + 45_000,
      errors: [{ field: 'name', message: 'Please fill this in.' }],
    }),
  end: () => ({ kind: 'ended', outcome: 'registered', reference: 'preview' }),
  failed: () => ({ kind: 'ended', outcome: 'failed', reference: 'PREVIEW' }),
} satisfies Readonly<Record<string, () => JourneyView>>;

export type PreviewState = keyof typeof views;
export const previewStates = Object.keys(views) as readonly PreviewState[];
export const isPreviewState = (name: string): name is PreviewState => Object.hasOwn(views, name);

type Shown = { readonly state: PreviewState; readonly language: Language; readonly scheme: Scheme };

/** The frame runs no scripts, and the browser complains about one that it may not run. */
const withoutScript = (html: string): string => html.replace(/<script[^>]*><\/script>/, '');

/** A page in the theme as the server would answer it, without its module. */
export const previewOf = (values: ThemeValues, { state, language, scheme }: Shown): string =>
  withoutScript(
    renderPage(views[state](), {
      language,
      nonce: styleNonce(),
      organisation: themeWords.organisation,
      assets: { scriptUrl: '', css, directory: '' },
      theme: wornTheme(values, scheme),
      now: Date.now(),
    }),
  );
