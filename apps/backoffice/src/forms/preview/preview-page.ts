import type { FormDocument } from '@latchkey/forms';
import { type Language, renderPage } from '@latchkey/journey/renderer';
import css from '@latchkey/journey/style.css?inline';
import { styleNonce } from '../../theme/style-nonce.ts';
import { formWords } from '../form-words.ts';

/** The frame runs no scripts, and the browser complains about one that it may not run. */
const withoutScript = (html: string): string => html.replace(/<script[^>]*><\/script>/, '');

/** The page of a form as the server would answer it, without its module. */
export const previewPage = (
  form: FormDocument,
  language: Language,
  substitute: (text: string) => string,
): string =>
  withoutScript(
    renderPage(
      {
        kind: 'form',
        instanceId: 'preview',
        task: 'preview',
        attempt: 0,
        form,
        values: {},
        substitute,
        readOnly: false,
        hideButtons: false,
        delaySeconds: 0,
      },
      {
        language,
        nonce: styleNonce(),
        organisation: formWords.organisation,
        assets: { scriptUrl: '', css, directory: '' },
        now: Date.now(),
      },
    ),
  );
