import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, OptionalText, Words } from './fields.ts';
import { Id } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const outcome = Words(['SUCCESS', 'FAILURE'], 'Whether it happened');

/** One thing that happened, or was refused. Never changed. */
export const AuditRecord = Closed(
  {
    id: Id,
    at: Moment('When it happened'),
    actorKind: Type.String({ description: '`client`, `operator`, `journey` or `system`' }),
    actor: Type.String({ description: 'Who did it' }),
    action: Type.String({ description: 'What was done, such as `user.created`' }),
    outcome,
    code: OptionalOutput('Problem code of a failure'),
    targetKind: OptionalOutput('Kind of the object concerned'),
    targetId: OptionalOutput('Id of the object concerned'),
    instanceId: OptionalOutput('Process instance in which it happened'),
    facts: Type.Record(Type.String(), Type.Unknown(), { description: 'Further facts' }),
    position: Type.Optional(
      Type.Integer({ description: 'Its place in the chain; absent in its first seconds' }),
    ),
    hash: OptionalOutput('Hash of its link in the chain, in base64url'),
  },
  { description: 'An audit record' },
);
export type AuditRecord = Static<typeof AuditRecord>;

export const listAudit = defineRoute({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  tag: 'Audit',
  summary: 'List what happened, newest first',
  permission: 'Audit:listAudit',
  query: Closed({
    ...pageQuery(['at']),
    id: OptionalText(64, 'Exactly this record'),
    action: OptionalText(128, 'Exactly this action'),
    outcome: Type.Optional(outcome),
    targetKind: OptionalText(64, 'Kind of the object concerned'),
    targetId: OptionalText(128, 'Id of the object concerned'),
    instanceId: OptionalText(64, 'Process instance in which it happened'),
    from: OptionalText(40, 'Not before this moment (RFC 3339)'),
    to: OptionalText(40, 'Before this moment (RFC 3339)'),
  }),
  status: 200,
  output: PageOf(AuditRecord),
  problems: ['audit.invalid'],
});

const hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'SHA-256 in base64url' });

/** A link of the chain by its position and its hash. */
export const AuditPlace = Closed(
  { position: Type.Integer({ minimum: 0, description: '0 is before the first link' }), hash },
  { description: 'A place of the chain' },
);

const keepDays = Type.Union([Type.Integer({ minimum: 30, maximum: 36_500 }), Type.Null()], {
  description: 'After how many days records are forgotten; null: never',
});

/** Where a tenant's chain of hashes stands. */
export const AuditChain = Closed(
  { newest: AuditPlace, keptFrom: AuditPlace, keepDays },
  { description: 'The chain of a tenant’s audit records' },
);

export type AuditChain = Static<typeof AuditChain>;

export const getAuditChain = defineRoute({
  id: 'getAuditChain',
  method: 'GET',
  path: '/api/audit/chain',
  tag: 'Audit',
  summary:
    'Read where the chain stands; keep its newest place elsewhere to prove later that nothing before it changed',
  permission: 'Audit:listAudit',
  status: 200,
  output: AuditChain,
  problems: [],
});

const faults = [
  'changed',
  'record-missing',
  'record-not-linked',
  'link-missing',
  'head-missing',
  'place-differs',
] as const;

export const verifyAudit = defineRoute({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/chain/verify',
  tag: 'Audit',
  summary:
    'Check up to 100,000 links of the chain against their records and against a place that was kept elsewhere',
  permission: 'Audit:verifyAudit',
  body: Closed({ from: Type.Optional(AuditPlace), anchor: Type.Optional(AuditPlace) }),
  status: 200,
  output: Closed({
    checked: Type.Integer({ description: 'How many links were checked' }),
    erased: Type.Integer({
      description: 'How many of them stand for records whose actor and facts are erased',
    }),
    reached: AuditPlace,
    isEnd: Type.Boolean({
      description: 'Whether the newest link was reached; else go on `from` the place reached',
    }),
    fault: Type.Optional(
      Closed(
        {
          kind: Words(faults, 'What is wrong'),
          position: Type.Optional(Type.Integer({ description: 'At which link' })),
          recordId: Type.Optional(Id),
        },
        { description: 'The first fault; absent while everything checked is whole' },
      ),
    ),
  }),
  problems: [],
});

export const updateAuditRetention = defineRoute({
  id: 'updateAuditRetention',
  method: 'POST',
  path: '/api/audit/chain',
  tag: 'Audit',
  summary: 'Set after how many days records are forgotten',
  permission: 'Audit:updateAuditRetention',
  body: Closed({ keepDays }),
  status: 200,
  output: AuditChain,
  problems: [],
});

export const eraseAuditActor = defineRoute({
  id: 'eraseAuditActor',
  method: 'POST',
  path: '/api/audit/erase',
  tag: 'Audit',
  summary:
    'Take the name and the facts of an operator out of the records; that something happened stays provable',
  permission: 'Audit:eraseAuditActor',
  body: Closed({ operatorId: Id }),
  status: 200,
  output: Closed({ erased: Type.Integer({ description: 'Out of how many records' }) }),
  problems: [],
});

export const auditRoutes = [
  listAudit,
  getAuditChain,
  updateAuditRetention,
  verifyAudit,
  eraseAuditActor,
] as const;
