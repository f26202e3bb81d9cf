import type { Definition, State, Token } from '@latchkey/engine';
import { substituteProcessVar } from '@latchkey/expressions';
import type { JourneyView } from '@latchkey/journey';
import type { FormScreen } from '../activities/define-activity.ts';
import { readParameters } from '../activities/read-parameters.ts';
import type { Sql } from '../db/sql.ts';
import { journeyActor } from '../processes/actors.ts';
import type { ReadDefinition } from '../processes/move-instance.ts';
import type { FindActivity } from '../processes/perform-task.ts';
import type { InstanceStatus } from '../processes/process-instance.ts';
import { hasRegistered } from '../processes/session-data/passkey-registrations.ts';
import { attemptOf } from '../processes/submit-task.ts';
import type { TokenLinks } from '../processes/token-link.ts';
import type { Journey } from './journeys.sql.ts';
import { madePasskey } from './made-passkey.ts';
import { redirectUrlOf } from './redirect-url.ts';

type Needs = {
  readonly sql: Sql;
  readonly readDefinition: ReadDefinition;
  readonly findActivity: FindActivity;
  /** The origin at which people see the page. */
  readonly publicUrl: () => string;
  readonly links: TokenLinks;
};
type Ended = Extract<JourneyView, { readonly kind: 'ended' }>;

/** What the page shows of a journey at this moment; made from what is stored, so that every reload shows the same. */
export function presentView(needs: Needs) {
  return async (journey: Journey): Promise<JourneyView> => {
    const { state } = journey;
    if (state === null) return { kind: 'expired' };
    if (journey.status !== 'ACTIVE') return endedView(needs.sql, journey, state);
    const token = state.tokens.find(({ isAwaiting, status }) => isAwaiting === true && status === 'working');
    if (token === undefined) return { kind: 'pause', instanceId: journey.id };
    const definition = await needs.readDefinition(needs.sql, journey.tenant, journey.definitionId);
    return taskView(needs, journey, { definition, state, token });
  };
}
export type PresentView = ReturnType<typeof presentView>;

type Wait = { readonly definition: Definition; readonly state: State; readonly token: Token };

async function taskView(
  needs: Needs,
  journey: Journey,
  { definition, state, token }: Wait,
): Promise<JourneyView> {
  const { data } = journey;
  const node = definition.nodes[token.node];
  const use = node?.kind === 'task' ? node.activity : undefined;
  const activity = use && needs.findActivity(use.type, use.version);
  if (use === undefined || activity?.screen === undefined) return { kind: 'pause', instanceId: journey.id };
  const run = {
    sql: needs.sql,
    actor: journeyActor(journey),
    data,
    token: token.id,
    catchesAnywhere: (code: string) => isCaught(definition, code),
  };
  const screen = await activity.screen(readParameters(activity.parameters, use.parameters, data), run);
  const deadlineAt = state.timers.find(
    (timer) => timer.token === token.id && timer.errorCode !== undefined,
  )?.dueAt;
  const wait = {
    instanceId: journey.id,
    task: token.id,
    attempt: attemptOf(token.id),
    ...(deadlineAt !== undefined && { deadlineAt }),
  };
  if ('page' in screen) return { kind: 'page', ...wait, ...screen.page };
  const substitute = (text: string) => substituteProcessVar(text, data);
  return { kind: 'form', ...wait, substitute, ...(await withFreshLink(needs, journey, screen)) };
}

/** A passkey may need another browser: there the link works again, unless it was bound to this one. */
async function withFreshLink(
  { publicUrl, links }: Needs,
  journey: Journey,
  screen: FormScreen,
): Promise<FormScreen> {
  const { tenant, reusableKey: key, reusableLink } = journey;
  if (screen.passkey === undefined || key === null) return screen;
  const id = await links.open({ tenant, key }, reusableLink);
  if (id === undefined) return screen;
  const freshLink = `${publicUrl()}/web/trustweb?pt=${id}`;
  return { ...screen, passkey: { ...screen.passkey, freshLink } };
}

const isCaught = ({ nodes }: Definition, code: string): boolean =>
  Object.values(nodes).some(
    (node) => node.kind === 'boundary' && node.trigger.kind === 'error' && node.trigger.errorCode === code,
  );

const outcomes: Readonly<Record<InstanceStatus, (journey: Journey, state: State) => Ended['outcome']>> = {
  PENDING: () => 'failed',
  ACTIVE: () => 'failed',
  REVIEW: () => 'review',
  COMPLETED_ENDED_SUCCESS: ({ data }) => (hasRegistered(data) ? 'registered' : 'succeeded'),
  COMPLETED_ENDED_ERROR: () => 'declined',
  COMPLETED_TERMINATED: (journey, state) =>
    state.status === 'terminated' && !isOverdue(journey) ? 'cancelled' : 'timed-out',
  COMPLETED_PROCESS_ERROR: () => 'failed',
};

const isOverdue = ({ deadlineAt, endedAt }: Journey) =>
  deadlineAt !== null && endedAt !== null && endedAt >= deadlineAt;

async function endedView(sql: Sql, journey: Journey, state: State): Promise<Ended> {
  const outcome = outcomes[journey.status](journey, state);
  const redirectUrl = redirectUrlOf(journey, outcome === 'timed-out');
  return {
    kind: 'ended',
    outcome,
    reference: journey.id,
    ...(redirectUrl !== undefined && { redirectUrl }),
    ...(outcome === 'registered' && (await madePasskey(sql, journey))),
  };
}
