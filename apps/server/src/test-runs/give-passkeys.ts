import { references } from '@latchkey/bpmn';
import type { Definition } from '@latchkey/engine';
import { Problem } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import type { Actor } from '../access/actor.ts';
import { originsOf } from '../relying-parties/expected-origins.ts';
import { requireRelyingParty } from '../relying-parties/require-relying-party.ts';
import { seedOfPerson } from './simulated-devices.ts';
import { answeringOrigin } from './standing.ts';
import type { StoredRun } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';

const policyName = 'Simulated passkeys';

/**
 * Gives everybody whom a run knows a simulated passkey wherever the diagram asks people to sign in: without one, nobody
 * could. It is registered as any other, under a policy of the sandbox alone.
 */
export async function givePasskeys(
  needs: TestRunNeeds,
  inside: Actor,
  run: Pick<StoredRun, 'id' | 'people'>,
  definition: Definition,
): Promise<void> {
  for (const place of placesOfSignIn(definition)) {
    const people = run.people.filter(({ storeName }) => storeName === place.storeName);
    if (people.length > 0 && (await addPolicy(needs, inside, place)))
      for (const { externalId } of people) await givePasskey(needs, inside, { ...place, run, externalId });
  }
}

type Place = { readonly storeName: string; readonly rpId: string };

/** Where the diagram lets people sign in, as far as it says so literally. */
function placesOfSignIn(definition: Definition): readonly Place[] {
  const places = references(definition).flatMap(({ element, kind, name, storeName }) => {
    const node = definition.nodes[element];
    const isSignIn = node?.kind === 'task' && node.activity.type === 'startPasskeyAuthentication';
    return isSignIn && kind === 'relying-party' && storeName !== undefined ? [{ storeName, rpId: name }] : [];
  });
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** False where there is no such relying party, which the activity will find out by itself. */
async function addPolicy(needs: TestRunNeeds, inside: Actor, place: Place): Promise<boolean> {
  try {
    await needs.createRegistrationPolicy(needs.database, inside, place, {
      name: policyName,
      userVerification: 'required',
    });
    return true;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return false;
    throw error;
  }
}

type Gift = Place & { readonly run: Pick<StoredRun, 'id'>; readonly externalId: string };

async function givePasskey(needs: TestRunNeeds, inside: Actor, { run, externalId, ...place }: Gift) {
  const { database, publicUrl } = needs;
  const { storeName, rpId: relyingPartyId } = place;
  const { sessionId, clientRequest } = await needs.startPasskeyRegistration(database, inside, {
    storeName,
    relyingPartyId,
    registrationPolicy: policyName,
    user: { externalId },
  });
  const party = await requireRelyingParty(database, inside.tenant, place);
  const origin = answeringOrigin(originsOf(party, publicUrl()), publicUrl());
  const device = createSoftAuthenticator({ seed: seedOfPerson(run, externalId) });
  const clientResponse = device.createCredential(clientRequest, { origin });
  await needs.completePasskeyRegistration(database, inside, { sessionId, clientResponse });
}
