import { parseDuration } from '@latchkey/bpmn';
import { type Clock, isId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/sql.ts';
import type { UserAgentFamilies } from '../operators/user-agent-family.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import { survivingCrashes } from './activity-crash.ts';
import { journeyActor } from './actors.ts';
import { insightOf, unopened } from './insight.ts';
import { startStep } from './instance-step.ts';
import { invitedBy } from './invitation.ts';
import { inviteUser } from './invite-user.sql.ts';
import type { MoveNeeds } from './move-instance.ts';
import { type Birth, insertStep } from './process-instances.sql.ts';
import { isCounted, refusalOf, type StartableToken, tokenProblems } from './process-token.ts';
import { consumeToken, findStartable } from './process-tokens.sql.ts';
import { runEffects } from './run-effects.ts';
import type { SessionData } from './session-data/session-data.ts';
import { instancePlace } from './session-data/session-data-safe.ts';
import { storedStep } from './store-step.ts';

type Start = {
  readonly tokenId: string;
  /** SHA-256 by which the browser that starts it is known again. */
  readonly visitorHash: (instanceId: string) => Uint8Array;
  readonly language: string;
  /** What the browser calls itself. */
  readonly client: UserAgentFamilies;
};

/**
 * Starts an instance from its link and runs it until it waits or ends. Answers its id.
 * Throws the problems of `usableToken`.
 */
export const startInstance = (needs: MoveNeeds) => {
  const requireRoom = tenantRoom('running instances');
  return async (start: Start): Promise<string> => {
    await needs.safe.ready();
    return survivingCrashes((crashed) =>
      needs.database.transaction(async (sql) => {
        const now = needs.now();
        const token = await usableToken(sql, start.tokenId, { clock: needs.now, requireRoom });
        const id = needs.newId();
        const actor = journeyActor({ tenant: token.tenant, id });
        const definition = await needs.readDefinition(sql, token.tenant, token.definitionId);
        const subject = {
          tenant: token.tenant,
          instanceId: id,
          definitionId: token.definitionId,
          definition,
          now,
        };
        const place = {
          sql,
          actor,
          language: start.language,
          findActivity: needs.findActivity,
          report: needs.report,
          crashed,
        };
        await invited(sql, token, id);
        const step = await runEffects(startStep({ ...subject, data: firstData(token) }), place);
        const birth = birthOf(token, now, null);
        const kept = {
          ...unopened,
          ...insightOf(start.client),
          deadlineAt: birth.deadlineAt,
          startedAt: now,
          visitorHash: start.visitorHash(id),
        };
        await insertStep(sql, await storedStep(needs, step, kept, actor), birth);
        return id;
      }),
    );
  };
};
export type StartInstance = ReturnType<typeof startInstance>;

type Create = { readonly tokenId: string; readonly startKeyHash: Uint8Array };
type CreateNeeds = Pick<MoveNeeds, 'database' | 'now' | 'newId' | 'safe'>;

/** Makes an instance that waits for the first browser with its start key. Throws the problems of `usableToken`. */
export const createInstance = (needs: CreateNeeds) => {
  const requireRoom = tenantRoom('running instances');
  return async (actor: Actor, { tokenId, startKeyHash }: Create) => {
    await needs.safe.ready();
    return needs.database.transaction(async (sql) => {
      const now = needs.now();
      const token = await usableToken(sql, tokenId, { clock: needs.now, requireRoom, tenant: actor.tenant });
      const id = needs.newId();
      const birth = birthOf(token, now, startKeyHash);
      const note = { id: needs.newId(), actorKind: actor.kind, action: 'process-instance.created' };
      await insertStep(
        sql,
        {
          id,
          status: 'PENDING',
          decision: null,
          state: null,
          ...(await needs.safe.close(instancePlace({ tenant: token.tenant, id }), firstData(token))),
          dueAt: birth.deadlineAt,
          now,
          actor: actor.name,
          events: [],
          pending: [],
          notes: [{ ...note, outcome: 'SUCCESS', code: null, facts: { definitionId: token.definitionId } }],
          endedAt: null,
          startedAt: null,
          visitorHash: null,
          ...unopened,
          outcome: null,
        },
        birth,
      );
      await invited(sql, token, id);
      return { id, uiUrl: token.uiUrl, definitionId: token.definitionId };
    });
  };
};
export type CreateInstance = ReturnType<typeof createInstance>;

type Use = {
  readonly clock: Clock;
  readonly requireRoom: ReturnType<typeof tenantRoom>;
  readonly tenant?: string;
};

/**
 * The token of a link, fit to start something now and, if its uses are counted, used once more.
 * Throws `process-token.not-found` (also for another tenant's), its refusals, `process-token.definition-missing`
 * and `process-token.tag-missing`.
 */
async function usableToken(
  sql: Transaction,
  id: string,
  { clock, requireRoom, tenant }: Use,
): Promise<StartableToken> {
  const token = isId(id) ? await findStartable(sql, id) : undefined;
  if (token === undefined || (tenant !== undefined && token.tenant !== tenant)) {
    throw tokenProblems.create('process-token.not-found');
  }
  const refusal = refusalOf(token, clock());
  if (refusal !== undefined) throw tokenProblems.create(refusal);
  const { definitionId } = token;
  if (definitionId === null) {
    throw tokenProblems.create(
      token.definitionTag === null ? 'process-token.definition-missing' : 'process-token.tag-missing',
    );
  }
  await requireRoom(sql, token.tenant);
  if (isCounted(token)) {
    const used = await consumeToken(sql, token);
    if (used === undefined) throw tokenProblems.create('process-token.used-up');
    // Its row may have been waited for until it was too late.
    const late = refusalOf({ ...used, counter: used.counter - 1 }, clock());
    if (late !== undefined) throw tokenProblems.create(late);
  }
  return { ...token, definitionId };
}

/** A link for one user is the proof that whoever came by it is that user. */
async function invited(sql: Transaction, { tenant, parameters }: StartableToken, id: string): Promise<void> {
  const user = invitedBy(parameters);
  if (user !== undefined) await inviteUser(sql, tenant, id, user);
}

const firstData = ({ parameters }: StartableToken): SessionData => ({ _initial: parameters });

const birthOf = (token: StartableToken, now: number, startKeyHash: Uint8Array | null): Birth => ({
  tenant: token.tenant,
  definitionId: token.definitionId,
  tokenKey: token.key,
  deadlineAt: token.maxProcessDuration === null ? null : now + (parseDuration(token.maxProcessDuration) ?? 0),
  startKeyHash,
  firstName: text(token.parameters.firstName),
  lastName: text(token.parameters.lastName),
  email: text(token.parameters.email),
  phoneNumber: text(token.parameters.phoneNumber),
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
