import type { Submission } from '@latchkey/journey';
import { currentForm } from '../../processes/session-data/forms.ts';
import { changeRegistration } from '../../processes/session-data/passkey-registrations.ts';
import { browserFamilies, type FromBrowser } from '../browser-families.ts';
import type { Outcome, Run } from '../define-activity.ts';
import { judged, refusedFields, shownValues, type TaskForm } from '../form-activity.ts';
import { type CeremonyNeeds, prepareCeremony } from './prepare-ceremony.ts';

/** A turn of the form: what it shows, the key of its registration, where it runs. */
export type FormTurn = { readonly form: TaskForm; readonly key: string; readonly run: Run };

/** What the page sent, with what its browser is called. */
type SubmissionOf<Kind> = Extract<Submission, { readonly kind: Kind }> & FromBrowser;
type Taker<Kind> = (needs: CeremonyNeeds, turn: FormTurn, sent: SubmissionOf<Kind>) => Promise<Outcome>;
type Kind = 'prepare' | 'registered' | 'not-registered';

const takers: { readonly [Each in Kind]: Taker<Each> } = {
  prepare: async (needs, turn, { values: entered }) => {
    const { values, errors } = await judged(turn.form, entered, turn.run);
    if (errors.length > 0) return refusedFields(turn.run.data, errors);
    return prepareCeremony(needs, { ...turn, values });
  },
  registered: async (_needs, turn, { response, elapsedMs, client }) =>
    done(turn, {
      ...browserFamilies(client),
      browserOutcome: 'registered',
      browserElapsedMs: elapsedMs,
      passkeyRegistrationBrowserResponse: response,
    }),
  'not-registered': async (_needs, turn, { outcome, errorName, elapsedMs, client }) =>
    done(turn, {
      ...browserFamilies(client),
      browserOutcome: outcome,
      browserErrorName: errorName,
      browserElapsedMs: elapsedMs,
    }),
};

/** Takes what the page sent: the values, for which it gets the options of the prompt, or what came of the prompt. */
export const takeSubmission = (
  needs: CeremonyNeeds,
  turn: FormTurn,
  submission: unknown,
): Promise<Outcome> => {
  const sent = submission as SubmissionOf<Kind>;
  return (takers[sent.kind] as Taker<Kind>)(needs, turn, sent);
};

/**
 * The browser's part is over. A credential counts only for a form that is valid, whoever says so; without one there is
 * nothing to protect.
 */
async function done(turn: FormTurn, change: Parameters<typeof changeRegistration>[2]): Promise<Outcome> {
  const { form, key, run } = turn;
  const isPrepared = currentForm(run.data, form.key) !== undefined;
  if (change.browserOutcome === 'registered' && !isPrepared) {
    const { errors } = await judged(form, shownValues(form, run.data), run);
    if (errors.length > 0) return refusedFields(run.data, errors);
  }
  return { kind: 'completed', data: changeRegistration(run.data, key, change) };
}
