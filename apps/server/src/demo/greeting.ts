import { renderUnicodeCompact } from 'uqr';
import type { DemoFacts } from './demo-facts.ts';

/**
 * What a person reads in the terminal when the server is ready: the link, its QR code, the key, three calls to paste.
 * `newUser` is the external id that the calls give to a user; a start should not take that of an earlier one.
 */
export function greeting(facts: DemoFacts, newUser: string): string {
  return [
    `Latchkey is ready at ${facts.baseUrl}`,
    '',
    'Register a passkey: open this link, here or on another device that reaches it.',
    `  ${facts.journeyUrl}`,
    '',
    indent(renderUnicodeCompact(facts.journeyUrl, { border: 1 })),
    '',
    ...(facts.setUpUrl === undefined
      ? [`Backoffice: ${facts.baseUrl}/backoffice/`]
      : [
          'Backoffice: become its first administrator with a passkey. The link works once.',
          `  ${facts.setUpUrl}`,
        ]),
    '',
    `API key of the tenant ${facts.tenant}: ${facts.apiKey}`,
    '',
    ...calls(facts, newUser).flatMap(({ says, command }) => [`# ${says}`, command, '']),
    `API reference: ${facts.baseUrl}/docs    Stop: Ctrl+C`,
  ].join('\n');
}

/** Three commands that work when pasted one after the other. */
function calls(
  { baseUrl, apiKey, storeName, relyingPartyId, registrationPolicy }: DemoFacts,
  newUser: string,
) {
  const store = `${baseUrl}/api/identity-store/stores/${storeName}`;
  const start = `${store}/users/${newUser}/passkeys/relyingParties/${relyingPartyId}/registrations/${registrationPolicy}/ext`;
  const key = `-H 'Authorization: Bearer ${apiKey}'`;
  const json = `-H 'Content-Type: application/json'`;
  return [
    {
      says: 'Who has registered?',
      command: `curl -s ${key} '${baseUrl}/api/process-manager/processInstances'`,
    },
    {
      says: 'Add a user.',
      command: `curl -s ${key} ${json} -d '{"externalId":"${newUser}","firstName":"Jane"}' '${store}/users'`,
    },
    { says: 'Start a passkey registration for her.', command: `curl -s ${key} ${json} -d '{}' '${start}'` },
  ];
}

const indent = (text: string): string => text.replace(/^/gm, '  ');
