import type { JourneyView } from '../protocol.ts';
import type { Frame } from './frame.ts';
import { markup } from './html.ts';
import { type Panel, renderPanel } from './panel.ts';
import { busyPanel } from './states/busy.ts';
import { endedPanel } from './states/ended.ts';
import { expiredPanel } from './states/expired.ts';
import { formPanel } from './states/form.ts';
import { pagePanel } from './states/page.ts';
import { pausePanel } from './states/pause.ts';
import { startPanel } from './states/start.ts';
import { type PageWords, wordsOf } from './words.ts';

/** The inner HTML of `<main>` and the document's title: what the server answers to a submission. Pure. */
export function renderMain(
  view: JourneyView,
  frame: Frame,
): { readonly html: string; readonly title: string } {
  const panel = panelOf(view, frame, wordsOf(frame));
  return { html: markup(renderPanel(panel)), title: `${panel.title} · ${frame.organisation}` };
}

type Panels = {
  readonly [Kind in JourneyView['kind']]: (
    view: Extract<JourneyView, { kind: Kind }>,
    frame: Frame,
    words: PageWords,
  ) => Panel;
};

const panels: Panels = {
  start: startPanel,
  form: formPanel,
  page: pagePanel,
  pause: (view, _frame, words) => pausePanel(view, words),
  ended: endedPanel,
  expired: (_view, _frame, words) => expiredPanel(words),
  busy: (_view, _frame, words) => busyPanel(words),
};

const panelOf = <Kind extends JourneyView['kind']>(
  view: Extract<JourneyView, { kind: Kind }>,
  frame: Frame,
  words: PageWords,
): Panel => panels[view.kind as Kind](view, frame, words);
