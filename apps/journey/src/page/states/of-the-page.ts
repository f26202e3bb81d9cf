import type { Catalogue } from '../../languages/catalogue.ts';
import { type Html, html } from '../html.ts';
import { type Panel, renderPanel } from '../panel.ts';
import { expiredPanel } from './expired.ts';

/** A button of a state, with what the page's module does on a press. */
export const button = (does: string, label: string, look: 'main' | 'quiet'): Html =>
  html`<button class="${look}" type="button" data-do="${does}">${label}</button>`;

/** States that only the browser knows of. They lie in the page as templates, so it needs no catalogue of its own. */
export function panelsOfThePage(words: Catalogue): Readonly<Record<string, Panel>> {
  const { tryAgain, cancel, notNow } = words.buttons;
  const actions = (...buttons: readonly Html[]) => html`<div class="actions">${buttons}</div>`;
  const decline = html`<button class="quiet" type="button" data-do="decline" hidden>${notNow}</button>`;
  return {
    waiting: {
      icon: 'device',
      tone: 'wait',
      ...words.waiting,
      content: actions(button('cancel', cancel, 'quiet')),
    },
    saving: { icon: 'passkey', tone: 'wait', title: words.saving },
    offline: { icon: 'offline', ...words.offline, content: actions(button('again', tryAgain, 'main')) },
    failed: {
      icon: 'alert',
      ...words.failed,
      content: html`<p class="reference" hidden>${words.reference} <code></code></p>${actions(button('again', tryAgain, 'main'))}`,
    },
    unsupported: {
      icon: 'browser',
      ...words.unsupported,
      content: actions(decline),
    },
    'unsupported-here': {
      icon: 'browser',
      title: words.unsupported.title,
      body: words.openElsewhere,
      content: html`<p class="reference"><code dir="ltr"></code></p>${actions(copy(words), decline)}`,
    },
    expired: expiredPanel(words),
  };
}

const copy = ({ buttons }: Catalogue): Html =>
  html`<button class="main" type="button" data-do="copy" data-done="${buttons.copied}">${buttons.copyLink}</button>`;

/** The same as `<template>` elements, named by `data-state`. */
export const renderTemplates = (words: Catalogue): readonly Html[] => templatesOf(panelsOfThePage(words));

/**
 * The states of a sign-in, which go before those of the page: the module takes the first of a name. They lie in the view
 * that needs them, so that others need not carry them.
 */
export function signInTemplates({ signIn, ...words }: Catalogue): readonly Html[] {
  const { waiting, saving } = signIn;
  const unsupported = { ...words.unsupported, title: signIn.unsupported };
  const panels = panelsOfThePage({ ...words, signIn, waiting, saving, unsupported });
  const own = ['waiting', 'saving', 'unsupported', 'unsupported-here'];
  return templatesOf(Object.fromEntries(Object.entries(panels).filter(([state]) => own.includes(state))));
}

/** States as `<template>` elements. */
export const templatesOf = (panels: Readonly<Record<string, Panel>>): readonly Html[] =>
  Object.entries(panels).map(
    ([state, panel]) => html`<template data-state="${state}">${renderPanel(panel)}</template>`,
  );
