import type { Catalogue } from '../../languages/catalogue.ts';
import type { JourneyView } from '../../protocol.ts';
import type { Panel } from '../panel.ts';

type PauseView = Extract<JourneyView, { kind: 'pause' }>;

/** How often a browser without JavaScript looks again, in seconds. */
export const pauseSeconds = 3;

/** Nothing waits for the person right now. The page looks again by itself and changes only when there is something else to see. */
export const pausePanel = ({ instanceId }: PauseView, words: Catalogue): Panel => ({
  icon: 'time',
  tone: 'wait',
  title: words.starting,
  body: words.goesOn,
  data: { 'data-view': 'pause', 'data-path': `/web/trustweb/${encodeURIComponent(instanceId)}` },
});
