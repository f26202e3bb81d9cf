import type { JourneyEvent, JourneyEventName, JourneyMessage } from './embed/messages.ts';

/** How the page's ends count for whoever embeds it; what is not here has failed. */
const ends: Readonly<Record<string, JourneyEventName>> = {
  registered: 'completed',
  succeeded: 'completed',
  review: 'completed',
  cancelled: 'cancelled',
  'timed-out': 'cancelled',
};

let isReady = false;
let last = '';

/**
 * Tells the page around this one what is in sight, if the tenant lets that page embed it. The browser delivers to none
 * but the origins that are named.
 */
export function tellEmbedder(view: HTMLElement): void {
  const origins = document.body.dataset.embedders?.split(' ') ?? [];
  if (origins.length === 0 || parent === window) return;
  if (!isReady) keepHeight(origins);
  const { view: kind = 'expired', outcome, instance, attempt = '' } = view.dataset;
  const told = `${kind} ${attempt}`;
  // A view that comes again, after a mistake in a field or a reload, is no step.
  if (told === last) return;
  last = told;
  const redirectUrl = view.querySelector<HTMLAnchorElement>('a.main')?.href;
  const about = {
    kind: 'latchkey',
    view: kind,
    ...(instance && { processInstanceId: instance }),
    ...(outcome && { outcome }),
    ...(redirectUrl && { redirectUrl }),
  } as const;
  const tell = (event: JourneyEventName) => send(origins, { ...about, event } satisfies JourneyEvent);
  // The link itself goes on by itself, to a document of its own, which is ready when there is something to do.
  if (kind === 'start' && view.querySelector('template')) return;
  if (!isReady) tell('ready');
  isReady = true;
  const isEnd = kind === 'ended' || kind === 'expired';
  tell(isEnd ? (ends[outcome ?? ''] ?? 'failed') : 'step');
}

function keepHeight(origins: readonly string[]): void {
  new ResizeObserver(() => {
    send(origins, { kind: 'latchkey', height: document.body.offsetHeight });
  }).observe(document.body);
}

/** Chromium and Safari say who is around us; elsewhere the browser itself keeps a message from anybody else. */
function send(origins: readonly string[], message: JourneyMessage): void {
  const around = (location as { ancestorOrigins?: DOMStringList }).ancestorOrigins?.[0];
  for (const origin of origins)
    if (around === undefined || around === origin) parent.postMessage(message, origin);
}
