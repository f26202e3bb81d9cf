import { localised, type Texts } from '@latchkey/forms';
import type { Catalogue, Words } from '../../languages/catalogue.ts';
import type { FormNotice, FormView } from '../../protocol.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { icons } from '../icons.ts';
import type { Panel } from '../panel.ts';
import { renderComponents } from '../render-components.ts';
import { type PageWords, withName } from '../words.ts';
import { signInTemplates } from './of-the-page.ts';

/** The address of one task, to which its form is sent. */
export const taskPath = ({ instanceId, task }: Pick<FormView, 'instanceId' | 'task'>): string =>
  `/web/trustweb/${encodeURIComponent(instanceId)}/tasks/${encodeURIComponent(task)}`;

/** A Custom Form, ordinary or with a passkey at its end. */
export function formPanel(view: FormView, { language, now }: Frame, words: PageWords): Panel {
  const title = view.substitute(localised(view.form.title, [language]));
  return {
    icon: view.passkey ? 'passkey' : 'form',
    ...(view.passkey && {
      eyebrow: withName(
        isSignIn(view) ? words.signIn.at : words.passkeyFor,
        'name',
        view.passkey.relyingPartyName,
      ),
    }),
    title: title || words.start.title,
    content: html`${noticeBox(view, words)}${formElement(view, { language, now }, words)}${isSignIn(view) && signInTemplates(words)}`,
    data: {
      'data-view': 'form',
      'data-instance': view.instanceId,
      'data-attempt': view.attempt,
      'data-passkey': view.passkey?.timeoutMs,
      'data-purpose': view.passkey?.purpose,
      'data-remaining': view.deadlineAt === undefined ? undefined : view.deadlineAt - now,
      'data-link': view.passkey?.freshLink,
      'data-delay': view.hideButtons ? view.delaySeconds : undefined,
    },
  };
}

const isSignIn = ({ passkey }: FormView): boolean => passkey?.purpose === 'sign-in';

function formElement(
  view: FormView,
  { language, now }: Pick<Frame, 'language' | 'now'>,
  words: PageWords,
): Html {
  return html`<form method="post" action="${taskPath(view)}" data-form="task">
<input type="hidden" name="_attempt" value="${view.attempt}"><input type="hidden" name="_kind" value="${view.passkey ? 'prepare' : 'submit'}">
${summary(view, language, words)}
${renderComponents(view, language, words)}
${view.passkey && html`<p class="hint">${icons.lock}<span>${words.passkeyHint}</span></p><noscript><p class="notice warning">${isSignIn(view) ? words.signIn.noScript : words.noScript}</p></noscript>`}
${clock(view, now, words)}
${(view.hideButtons ? advance : actions)(view, submitLabel(view, language, words), words)}
</form>`;
}

function noticeBox({ notice, passkey }: FormView, words: Catalogue): Html | undefined {
  if (notice === undefined) return undefined;
  const ofSignIn: Readonly<Partial<Record<FormNotice, Words>>> =
    passkey?.purpose === 'sign-in' ? words.signIn.notices : {};
  const { title, body } = ofSignIn[notice] ?? words.notices[notice];
  const here: Readonly<Partial<Record<FormNotice, string>>> = {
    unsupported: words.lockThisDevice,
    unsuitable: words.keepOnThisDevice,
  };
  const advice = (passkey?.needsThisDevice ? here[notice] : undefined) ?? body;
  return html`<div class="notice told" data-notice><p><strong>${title}</strong></p><p>${advice}</p></div>`;
}

/** What to mend, with a link to each field. The page fills it, or the server for a form that came without JavaScript. */
function summary({ errors = [], form, substitute }: FormView, language: string, words: Catalogue): Html {
  const label = (id: string) => {
    const component = form.components.find((one) => one.id === id);
    return substitute(localised(component?.label as Texts | undefined, [language]));
  };
  return html`<div class="summary" tabindex="-1" role="group" aria-labelledby="summary"${attributes({ hidden: errors.length === 0 })}>
<p id="summary"><strong>${words.errors}</strong></p>
<ul>${errors.map(({ field, message }) => html`<li><a href="#f-${field}">${label(field)}</a>: <bdi>${message}</bdi></li>`)}</ul>
</div>`;
}

/** The last minute, and the way to more time (WCAG 2.2.1). Without script the time is told as it is when the page is made. */
function clock({ deadlineAt, mayExtend }: FormView, now: number, words: Catalogue): Html | undefined {
  if (deadlineAt === undefined) return undefined;
  const left = Math.max(0, Math.round((deadlineAt - now) / 1_000));
  const more = html`<button class="quiet" type="submit" name="_more" value="1" formnovalidate>${words.buttons.moreTime}</button>`;
  return html`<div class="clock" hidden data-left="${words.secondsLeft}" data-given="${words.moreTimeGiven}"><p>${icons.time}<span>${words.timeLeft} <b dir="ltr"></b></span></p>
${mayExtend && html`<button class="quiet" type="button" data-do="extend">${words.buttons.moreTime}</button>`}</div>
<noscript><p>${words.secondsLeft.replace('{n}', String(left))}</p>${mayExtend && html`<div class="actions">${more}</div>`}</noscript>`;
}

function actions({ passkey, notice }: FormView, label: string, words: Catalogue): Html {
  const mayUseAnother = passkey?.mayUseAnother && notice !== undefined && elsewhereAfter.includes(notice);
  return html`<div class="actions"><button class="main" type="submit">${label}</button>
${mayUseAnother && html`<button class="quiet" type="button" data-do="another">${words.buttons.anotherDevice}</button>`}
${passkey?.mayDecline && html`<button class="quiet" type="button" data-do="decline">${words.buttons.notNow}</button>`}</div>`;
}

/** After these another device may do what this one did not. */
const elsewhereAfter: readonly FormNotice[] = [
  'cancelled',
  'timed-out',
  'unsupported',
  'rejected',
  'unverified',
  'unsuitable',
  'unsafe',
  'short-pin',
];

/**
 * Hidden buttons: the page goes on by itself, unless the person pauses it (WCAG 2.2.2); then, and without JavaScript,
 * there is a button after all.
 */
const advance = (_view: FormView, label: string, words: Catalogue): Html =>
  html`<p class="advance"><span></span>${words.goesOn}</p>
<div class="actions"><button class="quiet" type="button" data-do="pause" hidden>${words.buttons.pause}</button>
<button class="main" type="submit" hidden>${label}</button></div>
<noscript><div class="actions"><button class="main" type="submit">${label}</button></div></noscript>`;

/** The guide's own label where a passkey is made, else the form's word for going on. */
function submitLabel(
  { passkey, form, substitute }: FormView,
  language: string,
  { buttons }: Catalogue,
): string {
  if (passkey?.purpose === 'sign-in') return buttons.signIn;
  if (passkey) return buttons.submitForRegistration;
  return substitute(localised(form.continueButton, [language])) || buttons.continue;
}
