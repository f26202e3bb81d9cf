import type { CeremonyOutcome, SignInOutcome, Submission } from '@latchkey/journey';
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { journeyProblems } from './journey-problems.ts';

/** Bytes of the browser's answer to a ceremony, and of what a Custom Page sends. */
const ceremonyLimit = 64 * 1024;

const attempt = Type.Integer({ minimum: 0 });
const values = Type.Record(Type.String({ maxLength: 128 }), Type.Unknown(), { maxProperties: 500 });
const elapsedMs = Type.Number({ minimum: 0, maximum: 86_400_000 });
const closed = (kind: string, members: Record<string, TSchema>) =>
  Compile(Type.Object({ attempt, kind: Type.Literal(kind), ...members }, { additionalProperties: false }));

const outcomes = [
  'cancelled',
  'timed-out',
  'already-registered',
  'unsupported',
  'blocked',
  'configuration-error',
] satisfies readonly CeremonyOutcome[];
const signInOutcomes = outcomes.filter(
  (each) => each !== 'already-registered',
) satisfies readonly SignInOutcome[];
const outcome = Type.Unsafe({ type: 'string', enum: outcomes });

const variables = Type.Record(Type.String({ maxLength: 128 }), Type.Unknown(), { maxProperties: 500 });
const named = Type.Optional(Type.String({ maxLength: 256 }));

const shapes: Readonly<Record<Submission['kind'], ReturnType<typeof closed>>> = {
  submit: closed('submit', { values }),
  prepare: closed('prepare', { values }),
  extend: closed('extend', {}),
  missing: closed('missing', {}),
  registered: closed('registered', { response: Type.Record(Type.String(), Type.Unknown()), elapsedMs }),
  'not-registered': closed('not-registered', {
    outcome,
    errorName: Type.String({ maxLength: 64 }),
    elapsedMs,
  }),
  asserted: closed('asserted', { response: Type.Record(Type.String(), Type.Unknown()), elapsedMs }),
  'not-asserted': closed('not-asserted', {
    outcome: Type.Unsafe({ type: 'string', enum: signInOutcomes }),
    errorName: Type.String({ maxLength: 64 }),
    elapsedMs,
  }),
  sent: closed('sent', { variables }),
  ceremony: closed('ceremony', {
    challenge: Type.String({ minLength: 1, maxLength: 2048 }),
    rpId: Type.Optional(Type.String({ maxLength: 253 })),
    userName: named,
    userDisplayName: named,
  }),
  prompted: closed('prompted', {
    outcome: Type.Unsafe({ type: 'string', enum: ['registered', ...outcomes] }),
    errorName: Type.Optional(Type.String({ maxLength: 64 })),
    elapsedMs,
  }),
};

/** What may be large, and only so large: the answer of the browser, and what a Custom Page sent. */
function largePart(sent: Submission): unknown {
  if (sent.kind === 'registered' || sent.kind === 'asserted') return sent.response;
  return sent.kind === 'sent' ? sent.variables : '';
}

/** Reads what the page sent as JSON. Throws `journey.submission-invalid`, `journey.submission-too-large`. */
export function readSubmission(body: unknown): Submission {
  const kind = (body as { readonly kind?: unknown } | null)?.kind;
  const shape =
    typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind as Submission['kind']] : undefined;
  if (!shape?.Check(body)) throw journeyProblems.create('journey.submission-invalid');
  const sent = body as Submission;
  if (Buffer.byteLength(JSON.stringify(largePart(sent))) > ceremonyLimit) {
    throw journeyProblems.create('journey.submission-too-large');
  }
  return sent;
}

/** Reads a form that was sent without JavaScript. Throws `journey.submission-invalid`. */
export function readFormSubmission(fields: Readonly<Record<string, unknown>> | undefined): Submission {
  const { _attempt, _kind, _more, ...entered } = fields ?? {};
  if (_more !== undefined) return readSubmission({ attempt: Number(_attempt), kind: 'extend' });
  return readSubmission({ attempt: Number(_attempt), kind: _kind, values: entered });
}
