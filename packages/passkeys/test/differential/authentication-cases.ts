import { toBase64url } from '@latchkey/kernel';
import { type RegisteredCredential, verifyRegistration } from '../../src/index.ts';
import { createSoftAuthenticator } from '../../src/soft-authenticator/index.ts';
import { now, origin, startedRegistration } from '../started-registration.ts';
import { credentialOf } from '../vector-credential.ts';
import { hasVectors, standardVectors } from '../vectors.ts';
import { authenticatorData } from './cbor-mutations.ts';
import { clientData, encodings } from './json-mutations.ts';
import type { AuthenticationCase } from './judges.ts';

const challenge = toBase64url(new Uint8Array(32).fill(9));
const userHandle = new Uint8Array(16).fill(7);

/** Sign-ins with every algorithm and every mutation that concerns them. */
export function generatedAuthentications(): readonly AuthenticationCase[] {
  return [-7, -8, -257].flatMap((algorithm) => {
    const soft = createSoftAuthenticator({ seed: 'authentications', algorithms: [algorithm] });
    const { clientRequest, expectations } = startedRegistration();
    const answer = soft.createCredential(clientRequest, { origin });
    const registered = verifyRegistration(expectations, answer, { now });
    const credential: RegisteredCredential = { ...registered, userHandle, isUserKnown: true };
    const asked = { ...expectations, challenge };
    const outer = encodings().filter(({ name }) => /^(ids|rawId)/.test(name));
    return [...clientData(), ...authenticatorData(), ...outer].map(({ name, alter, response }) => {
      const assertion = soft.getAssertion(
        { challenge, rpId: 'example.test' },
        { origin, ...(alter && { alter: { ...alter, ...clientDataOfGet(alter) } }) },
      );
      // The mutations of ids never look at the other members.
      const changed = response ? response(assertion as never) : assertion;
      return { name: `${algorithm}: ${name}`, asked, credential, response: changed };
    });
  });
}

/** The mutations were written for registrations: they put in or look for the type of the other ceremony. */
function clientDataOfGet({
  clientData: change,
}: {
  readonly clientData?: (json: string) => string | Uint8Array;
}) {
  if (!change) return {};
  const swapped = (json: string): string =>
    json
      .replace('webauthn.get', '@')
      .replace('webauthn.create', 'webauthn.get')
      .replace('@', 'webauthn.create');
  return {
    clientData: (json: string) => {
      const result = change(swapped(json));
      return typeof result === 'string' ? swapped(result) : result;
    },
  };
}

/** Every assertion of the vectors. */
export function vectorAuthentications(): readonly AuthenticationCase[] {
  if (!hasVectors) return [];
  const { vectors, origin: place, topOrigin, rpId } = standardVectors();
  return vectors.map((vector) => ({
    name: `W3C ${vector.id}`,
    asked: {
      challenge: vector.authenticationChallenge,
      origins: [place],
      topOrigins: [topOrigin],
      rpId,
      userVerification: 'discouraged',
    },
    credential: credentialOf(vector.registrationResponseJSON),
    response: vector.authenticationResponseJSON,
  }));
}
