import { type JourneyEvent, type JourneyEventName, type JourneyMessage, messageKind } from './messages.ts';

type Detail = Omit<JourneyEvent, 'kind' | 'event'> & { readonly reason?: string };
type Listener = (detail: Detail) => void;

type Options = {
  /** The journey's link: of a process token, or the `redirectUrl` of a process instance. */
  readonly link: string;
  /** Where the journey goes: an element, or a selector of one. */
  readonly container: Element | string;
  /** The language; the browser's unless told. */
  readonly lang?: string;
  /** What screen readers call the frame. */
  readonly title?: string;
  /** Listeners that hear everything from the first event on. */
  readonly on?: { readonly [name in JourneyEventName]?: Listener };
};

/** Nothing has come of the frame after so many milliseconds: its server is away, or does not let this page embed it. */
const patienceMs = 15_000;

/** Shows a journey in a frame. Answers how to listen to it, and how to take it away. */
function open({ link, container, lang, title = 'Passkey registration', on = {} }: Options) {
  const place = typeof container === 'string' ? document.querySelector(container) : container;
  if (!place) throw new Error('Latchkey.open: there is no such container.');
  const url = new URL(link, location.href);
  if (lang) url.searchParams.set('lang', lang);
  const frame = document.createElement('iframe');
  const listeners = new Map<string, Listener[]>(
    Object.entries(on).map(([name, one]) => [name, [one as Listener]]),
  );
  let [isReady, isOver] = [false, false];
  const tell = (name: JourneyEventName, detail: Detail) => {
    isOver ||= !['ready', 'step'].includes(name);
    for (const listener of listeners.get(name) ?? []) listener(detail);
  };
  const giveUp = setTimeout(() => tell('failed', { view: 'none', reason: 'no-answer' }), patienceMs);
  const hear = ({ data, origin, source }: MessageEvent<JourneyMessage | undefined>) => {
    if (source !== frame.contentWindow || origin !== url.origin || data?.kind !== messageKind) return;
    clearTimeout(giveUp);
    if ('height' in data) {
      frame.height = String(Math.ceil(Number(data.height)) || 480);
      return;
    }
    const { kind: _, event, ...detail } = data;
    // Each document of the journey says that it is ready; whoever listens hears it once.
    if (isOver || (event === 'ready' && isReady)) return;
    isReady = true;
    tell(event, detail);
  };
  addEventListener('message', hear);
  frame.title = title;
  frame.allow = `publickey-credentials-create ${url.origin}; publickey-credentials-get ${url.origin}; clipboard-write ${url.origin}`;
  frame.width = '100%';
  frame.height = '480';
  frame.setAttribute('frameborder', '0');
  frame.src = url.href;
  place.append(frame);
  return {
    frame,
    on(name: JourneyEventName, listener: Listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    close() {
      clearTimeout(giveUp);
      removeEventListener('message', hear);
      frame.remove();
    },
  };
}

Object.assign(globalThis, { Latchkey: Object.freeze({ open }) });
