import { type FormDocument, validateForm } from '@latchkey/forms';
import {
  faults,
  judgeWhileTyping,
  keepVisible,
  readValues,
  tell,
  writeValues,
} from '@latchkey/journey/preview';
import { inertDocument } from '../../trusted-types/inert-document.ts';

/** What pressing the form's button comes to. */
export type Trial =
  | { readonly kind: 'refused'; readonly count: number }
  | {
      readonly kind: 'taken';
      readonly values: Readonly<Record<string, unknown>>;
      readonly transient: readonly string[];
    };

type Settings = {
  readonly frame: HTMLIFrameElement;
  readonly html: string;
  readonly form: FormDocument;
  readonly language: string;
  readonly substitute: (text: string) => string;
  /** Whether what stands in the fields was typed, or comes from samples that are others now. */
  readonly keepsTyped: boolean;
  readonly onTrial: (trial: Trial) => void;
};

/**
 * Puts a page into the frame, keeps what was typed there, and gives its form the life that the end user's module gives
 * it. The frame itself runs no script: this one reaches into it from outside.
 */
export function showLive({ frame, html, form, language, substitute, keepsTyped, onTrial }: Settings): void {
  const page = frame.contentDocument;
  if (page === null) return;
  const typed = keepsTyped && formIn(page) && readValues(formIn(page) as HTMLFormElement);
  const scroll = page.scrollingElement?.scrollTop ?? 0;
  const next = inertDocument(html);
  for (const element of next.querySelectorAll('script, noscript')) element.remove();
  page.documentElement.lang = next.documentElement.lang;
  page.documentElement.dir = next.documentElement.dir;
  page.title = next.title;
  if (page.head.querySelector('style') === null) page.head.replaceChildren(...next.head.childNodes);
  page.body.replaceChildren(...next.body.childNodes);
  if (page.scrollingElement) page.scrollingElement.scrollTop = scroll;
  const drawn = formIn(page);
  if (drawn === null) return;
  drawn.noValidate = true;
  if (typed) writeValues(drawn, typed);
  judgeWhileTyping(drawn);
  keepVisible(drawn);
  drawn.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('button');
    if (pressed?.dataset.do === 'close') pressed.parentElement?.remove();
    if (pressed?.getAttribute('type') !== 'submit') return;
    event.preventDefault();
    onTrial(tryForm(drawn, form, { language, substitute }));
  });
}

/** Judges the form as the end user's page does, and then as the server does. */
function tryForm(
  drawn: HTMLFormElement,
  form: FormDocument,
  settings: Pick<Settings, 'language' | 'substitute'>,
): Trial {
  const entered = readValues(drawn);
  const seen = faults(drawn);
  const { values, errors } = validateForm(form, entered, settings);
  const messages = seen.length > 0 ? seen : errors;
  tell(drawn, messages);
  if (messages.length > 0) return { kind: 'refused', count: messages.length };
  const transient = form.components.filter((one) => one.transient === true).map(({ id }) => id);
  return { kind: 'taken', values, transient };
}

const formIn = (page: Document): HTMLFormElement | null => page.querySelector('form');
