import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { type Schema, sampleOf } from './sample.ts';
import { shortest } from './seed-one-of-each.ts';

const root = createSoftAuthenticator({ attestation: 'packed-certified' }).attestationRoot();

/** What a schema cannot say of a value: that it is new, that it is there, or what is in it. */
const meant: Readonly<Record<string, (n: number) => unknown>> = {
  id: (n) => `made-${n}`,
  name: (n) => `made-${n}`,
  externalId: (n) => `made-${n}`,
  relyingPartyId: (n) => `made-${n}.example`,
  processDefnName: () => 'sample',
  definitionName: () => 'sample',
  resource: () => '{"title":{"values":{}},"components":[]}',
  resources: () => ({ bpmn: { data: shortest, type: 'BPMN' } }),
  documents: () => [{ path: 'index.html', text: '<h1>Hello</h1>' }],
  certificate: () => Buffer.from(root).toString('base64'),
  role: () => 'support',
};
/** Beside what a body must have, what it cannot do without all the same. */
const needed: ReadonlySet<string> = new Set(['documents', 'externalId', 'resource']);

/** A body that its route takes, with names of its own. */
export function wholeBody(schema: Schema, n: number): unknown {
  const { properties = {}, required = [] } = schema;
  const sample = Object(sampleOf(schema));
  const names = Object.keys(properties).filter((name) => required.includes(name) || needed.has(name));
  const own = names.filter((name) => name in meant).map((name) => [name, meant[name]?.(n)] as const);
  return { ...sample, ...Object.fromEntries(own) };
}
