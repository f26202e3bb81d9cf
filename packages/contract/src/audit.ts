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

export const auditRoutes = [listAudit] as const;
