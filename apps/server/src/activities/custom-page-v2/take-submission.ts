import type { PageAnswer, Submission } from '@latchkey/journey';
import { askedRegistration, recordPage, recordPageRegistration } from '../../processes/session-data/pages.ts';
import {
  changeRegistration,
  currentRegistration,
} from '../../processes/session-data/passkey-registrations.ts';
import type { SessionData } from '../../processes/session-data/session-data.ts';
import { browserFamilies, type FromBrowser } from '../browser-families.ts';
import type { Outcome, Run } from '../define-activity.ts';
import { extended } from '../form-activity.ts';
import { openCeremony, type PageCeremonyNeeds } from './open-ceremony.ts';
import { extendablePage, type PageGiven, type PageScreenNeeds } from './page-screen.ts';

export type PageTurnNeeds = PageCeremonyNeeds & Pick<PageScreenNeeds, 'readPage'>;

/** A turn of the task: its parameters, and where it runs. */
export type PageTurn = { readonly given: PageGiven; readonly run: Run };

type Kind = 'sent' | 'submit' | 'ceremony' | 'prompted' | 'extend' | 'missing';
type Sent<Each> = Extract<Submission, { readonly kind: Each }> & FromBrowser;
type Taker<Each> = (needs: PageTurnNeeds, turn: PageTurn, sent: Sent<Each>) => Promise<Outcome>;

const takers: { readonly [Each in Kind]: Taker<Each> } = {
  sent: async (_needs, { given, run }, { variables }) => {
    const { customPageKey, customPageName: name, customPageVersion: version } = given;
    const page = { name, version, variables, submittedAt: run.now };
    return { kind: 'completed', data: recordPage(run.data, customPageKey, page) };
  },
  // A test run answers in the page's place.
  submit: (needs, turn, { values }) =>
    takers.sent(needs, turn, { kind: 'sent', attempt: 0, variables: values }),
  ceremony: async (needs, { given, run }, request) => {
    const opened = await openCeremony(needs, run, request);
    if ('errorName' in opened) return answered(run.data, { kind: 'refused', errorName: opened.errorName });
    const data = recordPageRegistration(opened.data, given.customPageKey, opened.key);
    return answered(data, { kind: 'options', clientRequest: opened.clientRequest });
  },
  prompted: async (_needs, { given, run }, { outcome, errorName, elapsedMs, client }) => {
    const key = askedRegistration(run.data, given.customPageKey);
    if (key === undefined || currentRegistration(run.data, key) === undefined)
      return answered(run.data, { kind: 'noted' });
    const change = {
      browserOutcome: outcome,
      browserElapsedMs: elapsedMs,
      ...(errorName !== undefined && { browserErrorName: errorName }),
      ...browserFamilies(client),
    };
    return answered(changeRegistration(run.data, key, change), { kind: 'noted' });
  },
  extend: async (_needs, { given, run }) => extended(extendablePage(given), run),
  // The page was deleted while it was waited for: that is a failure of the task, if it is so.
  missing: async ({ readPage }, { given, run }) => {
    await readPage(run.sql, run.actor.tenant, given.customPageName, given.customPageVersion);
    return answered(run.data, { kind: 'noted' });
  },
};

/** Takes what the page around a Custom Page sent: the answer that counts, or a part of a ceremony. */
export function takePageSubmission(
  needs: PageTurnNeeds,
  turn: PageTurn,
  submission: unknown,
): Promise<Outcome> {
  const sent = submission as Sent<Kind>;
  return (takers[sent.kind] as Taker<Kind>)(needs, turn, sent);
}

const answered = (data: SessionData, answer: PageAnswer): Outcome => ({ kind: 'answered', data, answer });
