import type { Catalogue } from '../../languages/catalogue.ts';
import type { Panel } from '../panel.ts';

/** Too many requests for now, of this browser or of those around it. The browser looks again by itself. */
export const busyPanel = (words: Catalogue): Panel => ({
  icon: 'time',
  tone: 'wait',
  ...words.busy,
  data: { 'data-view': 'busy' },
});
