import type { CeremonyOutcome, JourneyView } from '../protocol.ts';

type Outcome = Extract<JourneyView, { kind: 'ended' }>['outcome'];

/** A heading and what stands under it. */
export type Words = { readonly title: string; readonly body: string };

/** Every text of the page in one language. A missing key does not compile. `{organisation}` is replaced. */
export type Catalogue = {
  readonly direction: 'ltr' | 'rtl';
  readonly start: Words;
  readonly starting: string;
  readonly expired: Words;
  readonly ended: Readonly<Record<Outcome, Words>>;
  readonly notices: Readonly<Record<CeremonyOutcome | 'rejected', Words>>;
  readonly waiting: Words;
  readonly saving: string;
  readonly offline: Words;
  readonly failed: Words;
  readonly unsupported: Words;
  /** `{name}` is the relying party's. */
  readonly passkeyFor: string;
  readonly passkeyHint: string;
  readonly noScript: string;
  readonly errors: string;
  readonly optional: string;
  readonly choose: string;
  readonly reference: string;
  readonly timeLeft: string;
  readonly sixtySecondsLeft: string;
  readonly twentySecondsLeft: string;
  readonly goesOn: string;
  readonly buttons: {
    readonly start: string;
    readonly submitForRegistration: string;
    readonly continue: string;
    readonly cancel: string;
    readonly tryAgain: string;
    readonly notNow: string;
    readonly goBack: string;
    readonly close: string;
  };
};
