import type { PageAnswer, Submission } from '@latchkey/journey';
import type { UserAgentFamilies } from '../../operators/user-agent-family.ts';
import { recordPage } from '../../processes/session-data/pages.ts';
import {
  changeRegistration,
  currentRegistration,
} from '../../processes/session-data/passkey-registrations.ts';
import { readPath, type SessionData, writePath } from '../../processes/session-data/session-data.ts';
import type { Outcome, Run } from '../define-activity.ts';
import { openCeremony, type PageCeremonyNeeds } from './open-ceremony.ts';

/** A turn of the task: its parameters, and where it runs. */
export type PageTurn = { readonly given: Given; readonly run: Run };
type Given = {
  readonly customPageName: string;
  readonly customPageVersion: number;
  readonly customPageKey: string;
};

type Kind = 'sent' | 'submit' | 'ceremony' | 'prompted';
type Sent<Each> = Extract<Submission, { readonly kind: Each }> & { readonly client?: UserAgentFamilies };
type Taker<Each> = (needs: PageCeremonyNeeds, turn: PageTurn, sent: Sent<Each>) => Promise<Outcome>;

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
    const data = writePath(opened.data, keyPath(given), opened.key);
    return answered(data, { kind: 'options', clientRequest: opened.clientRequest });
  },
  prompted: async (_needs, { given, run }, { outcome, errorName, elapsedMs, client }) => {
    const key = readPath(run.data, keyPath(given));
    if (typeof key !== 'string' || currentRegistration(run.data, key) === undefined)
      return answered(run.data, { kind: 'noted' });
    const change = {
      browserOutcome: outcome,
      browserElapsedMs: elapsedMs,
      ...(errorName !== undefined && { browserErrorName: errorName }),
      ...(client && { browserFamily: client.browser }),
      ...(client?.device !== undefined && { deviceFamily: client.device }),
    };
    return answered(changeRegistration(run.data, key, change), { kind: 'noted' });
  },
};

/** Which registration the page was last given options of. */
const keyPath = ({ customPageKey }: Given) => ['_customPages', customPageKey, 'passkeyRegistrationKey'];

/** Takes what the page around a Custom Page sent: the answer that counts, or a part of a ceremony. */
export function takePageSubmission(
  needs: PageCeremonyNeeds,
  turn: PageTurn,
  submission: unknown,
): Promise<Outcome> {
  const sent = submission as Sent<Kind>;
  return (takers[sent.kind] as Taker<Kind>)(needs, turn, sent);
}

const answered = (data: SessionData, answer: PageAnswer): Outcome => ({ kind: 'answered', data, answer });
