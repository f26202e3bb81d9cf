import { randomBytes } from 'node:crypto';
import {
  type Assets,
  type JourneyView,
  type Language,
  renderMain,
  renderPage,
  securityHeaders,
  type Theme,
} from '@latchkey/journey';
import type { Clock } from '@latchkey/kernel';

type Needs = { readonly assets: Assets; readonly now: Clock };
type Shown = {
  readonly view: JourneyView;
  readonly language: Language;
  readonly organisation: string;
  readonly theme?: Theme;
  /** Texts of the tenant's own, by key. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly embedders?: readonly string[];
};

/** A whole page with the headers that belong to it; `frameAncestors` may embed it, nobody by default. */
export function pageAnswer(
  { assets, now }: Needs,
  { view, ...around }: Shown,
  frameAncestors: readonly string[] = [],
) {
  const nonce = randomBytes(16).toString('base64url');
  return {
    headers: {
      ...securityHeaders(nonce, frameAncestors, frameSourceOf(view)),
      'content-type': 'text/html; charset=utf-8',
    },
    html: renderPage(view, { ...around, nonce, assets, now: now() }),
  };
}

const frameSourceOf = (view: JourneyView) => (view.kind === 'page' ? view.frameSource : undefined);

/** The part of a page that changes, for a page that is there already. */
export function mainAnswer({ assets, now }: Needs, { view, ...around }: Shown) {
  return {
    kind: 'view',
    ...renderMain(view, { ...around, nonce: '', assets, now: now() }),
  } as const;
}
