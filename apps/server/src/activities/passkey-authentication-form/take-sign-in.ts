import type { Submission } from '@latchkey/journey';
import { authenticationProblems } from '../../passkey-authentications/authentication-problems.ts';
import type { PromptPasskeyAuthentication } from '../../passkey-authentications/prompt-passkey-authentication.ts';
import { currentForm } from '../../processes/session-data/forms.ts';
import {
  addAuthentication,
  changeAuthentication,
  currentAuthentication,
} from '../../processes/session-data/passkey-authentications.ts';
import { browserFamilies, type FromBrowser } from '../browser-families.ts';
import type { Outcome, Run } from '../define-activity.ts';
import { judged, kept, refusedFields, shownValues, type TaskForm } from '../form-activity.ts';

export type SignInNeeds = { readonly promptPasskeyAuthentication: PromptPasskeyAuthentication };

/** A turn of the form: what it shows, the key of its sign-in, where it runs. */
export type SignInTurn = { readonly form: TaskForm; readonly key: string; readonly run: Run };

type Kind = 'prepare' | 'asserted' | 'not-asserted';
/** What the page sent, with what its browser is called. */
type Sent<Each> = Extract<Submission, { readonly kind: Each }> & FromBrowser;
type Taker<Each> = (needs: SignInNeeds, turn: SignInTurn, sent: Sent<Each>) => Promise<Outcome>;

const takers: { readonly [Each in Kind]: Taker<Each> } = {
  prepare: async (needs, turn, { values: entered }) => {
    const { values, errors } = await judged(turn.form, entered, turn.run);
    if (errors.length > 0) return refusedFields(turn.run.data, errors);
    return prompted(needs, turn, values);
  },
  asserted: (_needs, turn, { response, elapsedMs, client }) =>
    done(turn, {
      ...browserFamilies(client),
      browserOutcome: 'asserted',
      browserElapsedMs: elapsedMs,
      passkeyAuthenticationBrowserResponse: response,
    }),
  'not-asserted': (_needs, turn, { outcome, errorName, elapsedMs, client }) =>
    done(turn, {
      ...browserFamilies(client),
      browserOutcome: outcome,
      browserErrorName: errorName,
      browserElapsedMs: elapsedMs,
    }),
};

/** Takes what the page sent: the values, for which it gets the options of the prompt, or what came of the prompt. */
export function takeSignIn(needs: SignInNeeds, turn: SignInTurn, submission: unknown): Promise<Outcome> {
  const sent = submission as Sent<Kind>;
  return (takers[sent.kind] as Taker<Kind>)(needs, turn, sent);
}

/** Keeps what was entered and answers the options of the prompt. One that was answered before is a new attempt. */
async function prompted(
  needs: SignInNeeds,
  { form, key, run }: SignInTurn,
  values: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const data = kept(form, values, run);
  const record = currentAuthentication(data, key);
  if (record === undefined) throw authenticationProblems.create('passkey.authentication-not-found');
  const { sessionId: old } = record.startPasskeyAuthenticationResponse;
  const session = { sessionId: old, instanceId: run.instance.id };
  const { sessionId, clientRequest } = await needs.promptPasskeyAuthentication(run.sql, run.actor, session);
  const { challenge, ...shown } = clientRequest;
  const startPasskeyAuthenticationResponse = { sessionId, clientRequest: shown };
  const { storeName, relyingPartyName } = record;
  const next = {
    storeName,
    relyingPartyName,
    startPasskeyAuthenticationResponse,
    promptedAt: run.now,
  };
  const isNew = sessionId !== old;
  return {
    kind: 'answered',
    data: isNew ? addAuthentication(data, key, next) : changeAuthentication(data, key, next),
    answer: { kind: 'options', clientRequest },
  };
}

/**
 * The browser's part is over. An answer counts only for a form that is valid, whoever says so; without one there is
 * nothing to protect.
 */
async function done(
  { form, key, run }: SignInTurn,
  change: Parameters<typeof changeAuthentication>[2],
): Promise<Outcome> {
  const isPrepared = currentForm(run.data, form.key) !== undefined;
  if (change.browserOutcome === 'asserted' && !isPrepared) {
    const { errors } = await judged(form, shownValues(form, run.data), run);
    if (errors.length > 0) return refusedFields(run.data, errors);
  }
  return { kind: 'completed', data: changeAuthentication(run.data, key, change) };
}
