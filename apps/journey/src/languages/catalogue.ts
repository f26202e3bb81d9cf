import type { FormNotice, JourneyView, SignInOutcome } from '../protocol.ts';

type Outcome = Extract<JourneyView, { kind: 'ended' }>['outcome'];

/** A heading and what stands under it. */
export type Words = { readonly title: string; readonly body: string };

/** What is told otherwise where somebody signs in; the rest is told as of a registration. */
type SignInNotice =
  | Extract<SignInOutcome, 'cancelled' | 'timed-out' | 'unsupported'>
  | Extract<FormNotice, 'rejected' | 'unverified' | 'unsuitable' | 'unsafe'>;

/** Every text of the page in one language. A missing key does not compile. `{organisation}` is replaced. */
export type Catalogue = {
  readonly direction: 'ltr' | 'rtl';
  readonly start: Words;
  readonly starting: string;
  readonly expired: Words;
  /** Too many requests for now. */
  readonly busy: Words;
  readonly ended: Readonly<Record<Outcome, Words>>;
  readonly notices: Readonly<Record<FormNotice, Words>>;
  /** In place of the body of the notice `unsupported`, where the policy takes nothing but this device. */
  readonly lockThisDevice: string;
  /** In place of the body of the notice `unsuitable`, there too. */
  readonly keepOnThisDevice: string;
  readonly waiting: Words;
  readonly saving: string;
  readonly offline: Words;
  readonly failed: Words;
  readonly unsupported: Words;
  /** In its place under the same heading, where the link still works in another browser. */
  readonly openElsewhere: string;
  /** `{name}` is the provider that keeps the passkey. */
  readonly savedIn: string;
  /** `{name}` is the relying party's. */
  readonly passkeyFor: string;
  readonly passkeyHint: string;
  readonly noScript: string;
  /** Where somebody signs in with a passkey that they have. */
  readonly signIn: {
    /** `{name}` is the relying party's. */
    readonly at: string;
    readonly noScript: string;
    readonly waiting: Words;
    readonly saving: string;
    /** The heading in place of that of `unsupported`. */
    readonly unsupported: string;
    readonly notices: Readonly<Record<SignInNotice, Words>>;
  };
  /** Before a Custom Page's passkey: outside its frame. */
  readonly confirm: Words;
  readonly account: string;
  /** The name of a Custom Page's frame. */
  readonly pageOf: string;
  readonly errors: string;
  readonly optional: string;
  readonly choose: string;
  readonly reference: string;
  readonly timeLeft: string;
  /** `{n}` is their number: 60, 20, or what there was at first. */
  readonly secondsLeft: string;
  /** Told when the person got it. */
  readonly moreTimeGiven: string;
  readonly goesOn: string;
  readonly buttons: {
    readonly start: string;
    readonly submitForRegistration: string;
    readonly signIn: string;
    readonly createPasskey: string;
    readonly continue: string;
    readonly cancel: string;
    readonly tryAgain: string;
    readonly notNow: string;
    readonly anotherDevice: string;
    readonly moreTime: string;
    readonly pause: string;
    readonly copyLink: string;
    readonly copied: string;
    readonly goBack: string;
    readonly close: string;
  };
};
