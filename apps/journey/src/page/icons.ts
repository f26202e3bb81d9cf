import { type Html, raw } from './html.ts';

const stroke = (paths: string): Html =>
  raw(
    `<svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`,
  );

/** One small drawing a state, in the colour of its text, told to nobody: the heading says the same. */
export const icons = {
  passkey: stroke(
    '<circle cx="9" cy="8" r="4"/><path d="M3 20c0-3.5 2.7-6 6-6 1 0 1.9.2 2.7.6"/><circle cx="17.5" cy="12.5" r="2.5"/><path d="M17.5 15v6M17.5 18.5h2"/>',
  ),
  form: stroke('<path d="M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16z"/><path d="m13.5 6.5 4 4"/>'),
  hello: stroke('<path d="M4 12h13M12 6l6 6-6 6"/><path d="M21 4v16"/>'),
  device: stroke('<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M11 18.5h2"/>'),
  done: stroke('<path class="draw" d="m5 12.5 4.7 4.7L19.5 7.5"/>'),
  time: stroke('<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>'),
  link: stroke(
    '<path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-.7.7M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l.7-.7"/>',
  ),
  offline: stroke(
    '<path d="M2.5 9a14 14 0 0 1 4.6-3M21.5 9A14 14 0 0 0 11 5M6 13a9 9 0 0 1 4-2.3M18 13a9 9 0 0 0-2.5-1.7M9.5 16.5a4 4 0 0 1 5 0M3 3l18 18"/><path d="M12 20h.01"/>',
  ),
  browser: stroke(
    '<rect x="3" y="4" width="18" height="16" rx="3"/><path d="M3 9h18M12 12.5v3M12 17.5h.01"/>',
  ),
  alert: stroke('<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.5h.01"/>'),
  review: stroke('<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>'),
  pause: stroke('<circle cx="12" cy="12" r="9"/><path d="M8.5 12h7"/>'),
  lock: stroke('<rect x="5" y="11" width="14" height="9" rx="2.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>'),
} as const satisfies Readonly<Record<string, Html>>;

/** The name of an icon. */
export type Icon = keyof typeof icons;
