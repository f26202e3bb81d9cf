import type { Catalogue } from '../../languages/catalogue.ts';
import type { Panel } from '../panel.ts';

/** A link that cannot be used. One text for every reason, so that it tells a stranger nothing. */
export const expiredPanel = (words: Catalogue): Panel => ({
  icon: 'link',
  ...words.expired,
  data: { 'data-view': 'expired' },
});
