import { references } from '@latchkey/bpmn';
import type { TestRun } from '@latchkey/contract';
import type { Definition } from '@latchkey/engine';
import type { Actor } from '../access/actor.ts';
import type { Activity } from '../activities/define-activity.ts';
import { failureCode } from '../activities/failure-code.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { readInstancePath } from '../processes/read-history.ts';
import { promptOf, readStanding, type Standing, type Wait } from './standing.ts';
import { insideOf, type StoredRun, type StoredStep, stepPlace } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { findSteps } from './test-runs.sql.ts';

/** The page of the person, shown to nobody but the tester. */
export const frameUrlOf = (id: string): string => `/web/trustweb/test-${id}`;

/** Tells where a run stands, what waits for the tester, and what was done. */
export function showTestRun(needs: TestRunNeeds) {
  const readPath = readInstancePath(needs);
  return async (actor: Actor, run: StoredRun): Promise<TestRun> => {
    const standing = await readStanding(needs, run);
    const { journey, definition } = standing;
    const [path, waits] = await inTenant(run.sandbox, () =>
      Promise.all([
        readPath(needs.database, insideOf(actor, run.sandbox), journey.id),
        Promise.all(standing.waits.map((wait) => shownWait(needs, standing, wait))),
      ]),
    );
    const found = await findSteps(needs.database, run);
    const steps = await Promise.all(found.map((step) => shownStep(needs, run, step)));
    const decision = journey.data._decision;
    return {
      id: run.id,
      definitionName: run.definitionName,
      expiresAt: run.expiresAt.toISOString(),
      status: journey.status,
      ...(typeof decision === 'string' && { decision }),
      frameUrl: frameUrlOf(run.id),
      path,
      incidents: path.incidents.map(({ element, error = '', errors }) => ({
        element,
        code: error,
        title: needs.titleOf(error),
        ...(errors && { errors }),
      })),
      waits,
      timers: timersOf(standing),
      redirections: redirectionsOf(definition),
      steps,
      data: { ...journey.data },
    };
  };
}
export type ShowTestRun = ReturnType<typeof showTestRun>;

async function shownWait(
  needs: TestRunNeeds,
  standing: Standing,
  wait: Wait,
): Promise<TestRun['waits'][number]> {
  const { token, activity, kind } = wait;
  const prompt = ['passkey-form', 'sign-in-form', 'page'].includes(kind)
    ? await promptOf(needs, standing, wait)
    : undefined;
  return {
    token: token.id,
    element: token.node,
    kind,
    failures: activity.boundaryEvents.map(({ code, label, docs }) => {
      const caughtBy = catcherOf(standing.definition, token.node, activity, code);
      return { code, label, docs, ...(caughtBy !== undefined && { caughtBy }) };
    }),
    ...(prompt && { passkey: { relyingPartyId: prompt.rpId, origins: [...prompt.origins] } }),
  };
}

/** The boundary event by which a failure would leave, at the task or around it. */
function catcherOf(
  definition: Definition,
  node: string,
  activity: Activity,
  code: string,
): string | undefined {
  const left = failureCode(definition, node, activity, code);
  for (let at: string | undefined = node; at !== undefined; at = definition.nodes[at]?.scope) {
    const catchers = Object.values(definition.nodes).flatMap((each) =>
      each.kind === 'boundary' && each.attachedTo === at && each.trigger.kind === 'error'
        ? [{ id: each.id, code: each.trigger.errorCode }]
        : [],
    );
    const found =
      catchers.find((each) => each.code === left) ?? catchers.find((each) => each.code === undefined);
    if (found !== undefined) return found.id;
  }
  return undefined;
}

const timersOf = ({ journey: { state, status } }: Standing): TestRun['timers'] =>
  (status === 'ACTIVE' ? (state?.timers ?? []) : [])
    .flatMap(({ node, dueAt }) => (dueAt === undefined ? [] : [{ element: node, dueAt }]))
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(({ element, dueAt }) => ({ element, dueAt: new Date(dueAt).toISOString() }));

/** Forms and pages are read, and no run changes them; the rest would be written to. */
const redirectionsOf = (definition: Definition): TestRun['redirections'] =>
  references(definition)
    .filter(({ kind }) => kind !== 'form' && kind !== 'page')
    .map(({ element, kind, name }) => ({ element, kind, name }));

async function shownStep(
  { safe }: Pick<TestRunNeeds, 'safe'>,
  run: StoredRun,
  { number, at, act, element, refused, ...stored }: StoredStep,
): Promise<TestRun['steps'][number]> {
  const data = await safe.open(stepPlace(run), stored);
  return {
    number,
    at: at.toISOString(),
    act,
    ...(element !== null && { element }),
    ...(refused !== null && { refused: [...refused] }),
    data: { ...data },
  };
}
