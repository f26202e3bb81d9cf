import type { SimulatedAuthenticator, TestRunAct } from '@latchkey/contract';
import type { Submission } from '@latchkey/journey';
import { askedRegistration } from '../processes/session-data/pages.ts';
import { currentRegistration } from '../processes/session-data/passkey-registrations.ts';
import { pageAnswerName } from './page-answer-name.ts';
import { givenTo, type Standing } from './standing.ts';
import type { StoredRun } from './test-run.ts';

type StayingKind = 'extend' | 'ceremony' | 'prompted';
type Staying = Extract<Submission, { readonly kind: StayingKind }>;
/** What moves the run, or is refused. */
export type Moving = Exclude<Submission, Staying>;
type Sent = Extract<Submission, { readonly kind: 'sent' }>;

/** What leaves the page where it is, and so is no step. */
export const isStaying = (submission: Submission): submission is Staying =>
  ['extend', 'ceremony', 'prompted'].includes(submission.kind);

/** Where it was sent from, before it moved the run. */
type From = { readonly standing: Standing; readonly task: string };

/** What was done at the page, as a step that can be repeated without the tester's own device. */
export function stepOf({ entered }: StoredRun, submission: Moving, from: From): TestRunAct {
  const values = entered === null ? {} : { values: { ...entered } };
  if (submission.kind === 'missing') return { kind: 'fail', code: 'page.not-found' };
  if (submission.kind === 'registered') return { kind: 'create-passkey', ...values };
  if (submission.kind === 'asserted') return { kind: 'sign-in', ...values };
  if (submission.kind === 'not-registered' || submission.kind === 'not-asserted')
    return { kind: 'close-prompt', outcome: submission.outcome, ...values };
  if (submission.kind === 'sent') return pageStep(submission, entered, from);
  return { kind: 'submit', values: { ...submission.values } };
}

/** A Custom Page that opened a prompt is repeated with that prompt, whose challenge is another one each time. */
function pageStep({ variables }: Sent, entered: StoredRun['entered'], { standing, task }: From): TestRunAct {
  const { data } = standing.journey;
  const wait = standing.waits.find(({ token }) => token.id === task);
  const pageKey = wait && String(givenTo(standing, wait).customPageKey);
  const asked = pageKey === undefined ? undefined : askedRegistration(data, pageKey);
  const outcome = asked === undefined ? undefined : currentRegistration(data, asked)?.browserOutcome;
  if (pageKey === undefined || outcome === undefined) return { kind: 'submit', values: { ...variables } };
  const { [pageAnswerName(standing.definition, pageKey)]: _passkey, ...values } = variables;
  if (outcome !== 'registered')
    return { kind: 'close-prompt', values, outcome: outcome as NonNullable<TestRunAct['outcome']> };
  const authenticator = entered?.authenticator as SimulatedAuthenticator | undefined;
  return { kind: 'create-passkey', values, ...(authenticator && { authenticator }) };
}
