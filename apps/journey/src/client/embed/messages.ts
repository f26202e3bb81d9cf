/** What a journey in a frame tells the page around it. Every message names its kind, so that other frames are told apart. */
export const messageKind = 'latchkey';

/** What happened, in the order in which it can. */
export type JourneyEventName = 'ready' | 'step' | 'completed' | 'cancelled' | 'failed';

export type JourneyEvent = {
  readonly kind: typeof messageKind;
  readonly event: JourneyEventName;
  /** What is in sight: `start`, `form`, `page`, `pause`, `ended`, `expired`. */
  readonly view: string;
  /** At the end: how it ended, as the page shows it. */
  readonly outcome?: string;
  /** Once there is one. */
  readonly processInstanceId?: string;
  /** At the end, where the process token names an address, with its places filled in. */
  readonly redirectUrl?: string;
};

/** How much room the page needs, in pixels. */
export type JourneyHeight = { readonly kind: typeof messageKind; readonly height: number };

export type JourneyMessage = JourneyEvent | JourneyHeight;
