import type { FormDocument } from '@latchkey/forms';

/**
 * What the server knows of the moment at which a journey stands. The page is rendered from it, and from nothing else:
 * the same view gives the same page after a reload, the back button or a change of language.
 */
export type JourneyView =
  /** A link that nobody has confirmed yet. `confirm` asks for a press (links that can be used up); else the page goes on by itself. */
  | { readonly kind: 'start'; readonly link: StartLink; readonly confirm: boolean }
  /** A form that waits for the person. */
  | FormView
  /** A Custom Page that waits for the person, in a frame of its own. */
  | PageView
  /** Nothing waits for the person right now: the process is at work, or waits for something else. The page looks again by itself. */
  | { readonly kind: 'pause'; readonly instanceId: string }
  /** The end: by decision, and whether the passkey of this journey exists now. */
  | {
      readonly kind: 'ended';
      readonly outcome:
        | 'registered'
        | 'succeeded'
        | 'declined'
        | 'review'
        | 'timed-out'
        | 'cancelled'
        | 'failed';
      readonly reference: string;
      readonly redirectUrl?: string;
      /** Where the new passkey is kept, as its provider calls itself: display only. */
      readonly provider?: string;
      /** All passkeys of this person that count, for the browser to tell the provider (Signal API). */
      readonly accepted?: AcceptedPasskeys;
    }
  /** The link cannot be used: unknown, used up, not yet or no more valid, opened in another browser. One text for all. */
  | { readonly kind: 'expired' }
  /** Too many requests for now; the browser looks again by itself. */
  | { readonly kind: 'busy' };

/** What `PublicKeyCredential.signalAllAcceptedCredentials` takes (WebAuthn L3 section 5.1.10.3). */
export type AcceptedPasskeys = {
  readonly rpId: string;
  /** The user handle, base64url as the ids. */
  readonly userId: string;
  readonly allAcceptedCredentialIds: readonly string[];
};

export type StartLink = { readonly pt: string } | { readonly ps: string };

export type FormView = {
  readonly kind: 'form';
  readonly instanceId: string;
  /** The engine's token, and which visit of the task this is: together the address of one wait. */
  readonly task: string;
  readonly attempt: number;
  readonly form: FormDocument;
  /** What the person entered before; kept through retry and reload. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Resolves `{{processVar.…}}` in texts and defaults; already escaped by the renderer, so plain text here. */
  readonly substitute: (text: string) => string;
  readonly readOnly: boolean;
  /** With hidden buttons the page goes on by itself after `delaySeconds`. */
  readonly hideButtons: boolean;
  readonly delaySeconds: number;
  /** Moment (ms) at which the form times out; shown only in its last minute. */
  readonly deadlineAt?: number;
  /** The person may ask for the form's time once more. */
  readonly mayExtend?: boolean;
  /** A passkey is asked for when the form is submitted: the button reads 'Submit for Registration'. */
  readonly passkey?: {
    /** An existing passkey is asked for, and nothing is registered; the button reads 'Sign in with passkey'. */
    readonly purpose?: 'sign-in';
    readonly relyingPartyName: string;
    readonly timeoutMs: number;
    /** The process has an exit for 'Not now', which is sent as outcome `cancelled` with errorName `NotNow`. */
    readonly mayDecline?: boolean;
    /** The policy leaves the kind of device open, so a try that failed may be made on another one. */
    readonly mayUseAnother?: boolean;
    /** The policy takes nothing but this device, so no other is advised. */
    readonly needsThisDevice?: boolean;
    /** The address with which another browser can begin anew; absent where the link was bound to this one. */
    readonly freshLink?: string;
  };
  /** Faults of `values`, for an answer to a form that was sent without JavaScript (status 422, whole page). */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  /** What went wrong at the last try, to be told kindly above the form. */
  readonly notice?: FormNotice;
};

export type PageView = {
  readonly kind: 'page';
  readonly instanceId: string;
  /** As in a FormView. */
  readonly task: string;
  readonly attempt: number;
  /** What the frame loads, and where it may stay: the only other address in the page's policy. */
  readonly url: string;
  readonly frameSource: string;
  /** Goes to the page when it says READY. */
  readonly constants: Readonly<Record<string, unknown>>;
  readonly deadlineAt?: number;
  /** As in a FormView. */
  readonly mayExtend?: boolean;
  /** The page was deleted meanwhile: there is nothing to show, and the module says so to the server. */
  readonly isMissing?: boolean;
};

/** Why the page around a Custom Page, or the server, refused what that page did. */
export type PageRefusal = (typeof pageRefusals)[number];

export const pageRefusals = Object.freeze([
  /** A message that has no shape of the contract, or is larger than 64 KiB. */
  'invalid-message',
  'message-too-large',
  /** SEND after the one that counts. */
  'sent-again',
  /** `create()` for a relying party, or with a challenge, that this journey did not start. */
  'other-relying-party',
  'unknown-challenge',
  'registration-over',
  /** Something that the policy of the page forbids: a request, a form, a frame that left. */
  'policy-violation',
  /** Something that a page without an origin does not get: storage, cookies, windows, the page around. */
  'forbidden-access',
] as const);

/** What a page tried that one without an origin does not get. */
export type ForbiddenKind = (typeof forbiddenKinds)[number];

export const forbiddenKinds = Object.freeze([
  'cookie',
  'local-storage',
  'session-storage',
  'database',
  'cache-storage',
  'worker',
  'window',
  'navigation',
  'other-window',
  'prompt',
] as const);

/** What the browser's prompt came to, when no credential came of it. */
export type CeremonyOutcome =
  | 'cancelled'
  | 'timed-out'
  | 'already-registered'
  | 'unsupported'
  | 'blocked'
  | 'configuration-error';

/** What the browser's prompt came to, when nobody signed in by it. */
export type SignInOutcome = Exclude<CeremonyOutcome, 'already-registered'>;

/** What the person is told of the last try: what came of the browser's prompt, or why the server refused its answer. */
export type FormNotice = CeremonyOutcome | RefusalNotice;

export type RefusalNotice =
  /** It did not arrive as it should; nothing that the person chose is at fault. */
  | 'rejected'
  /** Nobody was verified. */
  | 'unverified'
  /** The policy asks for another kind of authenticator. */
  | 'unsuitable'
  /** Something is known against its model. */
  | 'unsafe'
  | 'short-pin'
  | 'too-many'
  /** The person, or the policy, may no longer register. */
  | 'not-allowed';

/** What the page sends to `POST /web/trustweb/{instanceId}/tasks/{task}`, as JSON. */
export type Submission = { readonly attempt: number } /** A form without passkey is done. */ & (
  | { readonly kind: 'submit'; readonly values: Readonly<Record<string, unknown>> }
  /** A form with passkey: check the values, keep them, answer the options for the prompt. */
  | { readonly kind: 'prepare'; readonly values: Readonly<Record<string, unknown>> }
  /** The person needs more time. */
  | { readonly kind: 'extend' }
  /** The browser made a credential: RegistrationResponseJSON. */
  | { readonly kind: 'registered'; readonly response: unknown; readonly elapsedMs: number }
  /** It made none. */
  | {
      readonly kind: 'not-registered';
      readonly outcome: CeremonyOutcome;
      readonly errorName: string;
      readonly elapsedMs: number;
    }
  /** The browser signed with a passkey: AuthenticationResponseJSON. */
  | { readonly kind: 'asserted'; readonly response: unknown; readonly elapsedMs: number }
  /** It did not. */
  | {
      readonly kind: 'not-asserted';
      readonly outcome: SignInOutcome;
      readonly errorName: string;
      readonly elapsedMs: number;
    }
  /** The Custom Page that the task shows is not there any more. */
  | { readonly kind: 'missing' }
  /** A Custom Page is done: what it sent. */
  | { readonly kind: 'sent'; readonly variables: Readonly<Record<string, unknown>> }
  /** A Custom Page called `create()`: by which registration, and whom it named. */
  | ({ readonly kind: 'ceremony' } & CeremonyRequest)
  /** What the prompt of a Custom Page came to; its answer went to that page. */
  | {
      readonly kind: 'prompted';
      readonly outcome: CeremonyOutcome | 'registered';
      readonly errorName?: string;
      readonly elapsedMs: number;
    }
);

/** What counts of a page's `create()`: the challenge finds the registration, the rest is compared or shown. */
export type CeremonyRequest = {
  /** base64url. */
  readonly challenge: string;
  readonly rpId?: string;
  readonly userName?: string;
  readonly userDisplayName?: string;
};

/**
 * What the server answers with status 200. Anything else is problem+json. `GET /web/trustweb/{instanceId}` with
 * `Accept: application/json` answers the `view` too.
 */
export type SubmissionAnswer =
  /** The journey stands somewhere else now: the inner HTML of `<main>`, its title. */
  | { readonly kind: 'view'; readonly html: string; readonly title: string }
  /** PublicKeyCredentialCreationOptionsJSON; where somebody signs in, PublicKeyCredentialRequestOptionsJSON. */
  | { readonly kind: 'options'; readonly clientRequest: unknown }
  /** There is more time, unless `remainingMs` is missing; whether the person may ask again. */
  | { readonly kind: 'extended'; readonly remainingMs?: number; readonly mayExtend: boolean }
  /** Beside the fields; nothing is lost. */
  | {
      readonly kind: 'errors';
      readonly errors: readonly { readonly field: string; readonly message: string }[];
    };

/** The same to a Custom Page. */
export type PageAnswer =
  | Extract<SubmissionAnswer, { readonly kind: 'view' | 'options' | 'extended' }>
  /** No ceremony; its `create()` fails with that DOMException. */
  | { readonly kind: 'refused'; readonly errorName: string }
  /** Taken note of; the task goes on waiting. */
  | { readonly kind: 'noted' };

/** What `POST /web/trustweb/start` takes and answers; the answer's `location` is the journey's own address. */
export type StartRequest = StartLink & { readonly lang?: string; readonly embedded?: string };
export type StartAnswer = { readonly location: string };
