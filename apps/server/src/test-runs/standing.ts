import type { Definition, Token } from '@latchkey/engine';
import type { Activity } from '../activities/define-activity.ts';
import { readParameters } from '../activities/read-parameters.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { pageRegistration } from '../processes/session-data/pages.ts';
import { currentAuthentication } from '../processes/session-data/passkey-authentications.ts';
import { currentRegistration } from '../processes/session-data/passkey-registrations.ts';
import { originsOf } from '../relying-parties/expected-origins.ts';
import { requireRelyingParty } from '../relying-parties/require-relying-party.ts';
import { type StoredRun, testRunProblems, unfit } from './test-run.ts';
import type { Journey, TestRunNeeds } from './test-run-needs.ts';

/** A token that waits for the tester, at the activity of its task. */
export type Wait = {
  readonly token: Token;
  readonly activity: Activity;
  readonly kind: 'activity' | 'form' | 'passkey-form' | 'sign-in-form' | 'page';
};

/** Where the instance of a run stands. */
export type Standing = {
  readonly journey: Journey;
  readonly definition: Definition;
  readonly waits: readonly Wait[];
};

/** Reads where a run stands. Throws `test-run.not-found` while it is being started. */
export const readStanding = (needs: TestRunNeeds, run: StoredRun): Promise<Standing> =>
  inTenant(run.sandbox, () => standingOf(needs, run));

async function standingOf(needs: TestRunNeeds, { instanceId, sandbox }: StoredRun): Promise<Standing> {
  const { database, readDefinition } = needs;
  const journey = instanceId === null ? undefined : await needs.findJourney(database, instanceId);
  if (journey === undefined) throw testRunProblems.create('test-run.not-found');
  const definition = await readDefinition(database, sandbox, journey.definitionId);
  const isOpen = journey.status === 'ACTIVE';
  const tokens = isOpen ? (journey.state?.tokens ?? []) : [];
  return { journey, definition, waits: tokens.flatMap((token) => waitOf(needs, definition, token) ?? []) };
}

function waitOf({ findActivity }: TestRunNeeds, { nodes }: Definition, token: Token): Wait | undefined {
  const node = nodes[token.node];
  if (node?.kind !== 'task' || token.status !== 'working' || token.isAwaiting !== true) return undefined;
  const activity = findActivity(node.activity.type, node.activity.version);
  return activity && { token, activity, kind: kindOf(activity) };
}

function kindOf({ submit, accepts = [] }: Activity): Wait['kind'] {
  if (submit === undefined) return 'activity';
  if (accepts.includes('ceremony')) return 'page';
  if (accepts.includes('asserted')) return 'sign-in-form';
  return accepts.includes('prepare') ? 'passkey-form' : 'form';
}

/** The wait that is meant, or the first of these kinds. Throws `test-run.act-unfit`. */
export function waitFor(
  { waits }: Standing,
  token: string | undefined,
  ...kinds: readonly Wait['kind'][]
): Wait {
  const found = waits.find(
    (wait) => (token === undefined || wait.token.id === token) && kinds.includes(wait.kind),
  );
  return found ?? unfit('Nothing of that kind waits.');
}

/** The relying party of a prompt and the origins that it takes passkeys from; `undefined` before its ceremony started. */
export async function promptOf(needs: TestRunNeeds, standing: Standing, wait: Wait) {
  const { journey } = standing;
  const place = placeOf(standing, wait);
  if (place === undefined) return undefined;
  const party = await requireRelyingParty(needs.database, journey.tenant, place);
  return { rpId: place.rpId, origins: originsOf(party, needs.publicUrl()), request: place.request };
}

/** The relying party of what was started; `request` are the options of a registration. */
function placeOf(standing: Standing, wait: Wait) {
  const { data } = standing.journey;
  const { passkeyAuthenticationKey, passkeyRegistrationKey, customPageKey } = givenTo(standing, wait);
  if (wait.kind === 'sign-in-form') {
    const record = currentAuthentication(data, String(passkeyAuthenticationKey));
    const { rpId } = record?.startPasskeyAuthenticationResponse.clientRequest ?? {};
    return record && rpId !== undefined
      ? { storeName: record.storeName, rpId, request: undefined }
      : undefined;
  }
  const key = passkeyRegistrationKey ?? pageRegistration(data, String(customPageKey));
  const record = currentRegistration(data, String(key));
  const request = record?.startPasskeyRegistrationResponse.clientRequest;
  return record && request && { storeName: record.storeName, rpId: request.rp.id, request };
}

/** The origin at which a simulated device answers: our own where the relying party takes it. */
export function answeringOrigin(origins: readonly string[], own: string): string {
  return origins.includes(own) ? own : (origins[0] ?? own);
}

/** The parameters of what waits, over the data as it stands. */
export function givenTo(
  { journey, definition }: Standing,
  { token, activity }: Wait,
): Record<string, unknown> {
  const node = definition.nodes[token.node];
  const texts = node?.kind === 'task' ? node.activity.parameters : {};
  return readParameters(activity.parameters, texts, journey.data);
}
