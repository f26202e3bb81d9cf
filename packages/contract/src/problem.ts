import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';

/** A failure as people and programs get it (RFC 9457). `code` is stable; texts may change. */
export const ProblemBody = Closed(
  {
    type: Type.String({ description: 'URI of the kind of problem: `urn:latchkey:problem:` and the code' }),
    title: Type.String({ description: 'One sentence for this kind of problem' }),
    status: Type.Integer({ description: 'The HTTP status' }),
    detail: Type.Optional(Type.String({ description: 'What was wrong this time' })),
    instance: Type.String({ description: 'Path of the request' }),
    code: Type.String({ description: 'Stable code, such as `user.not-found`' }),
    errors: Type.Optional(
      Type.Array(
        Closed({
          pointer: Type.String({ description: 'JSON pointer to the fault (RFC 6901)' }),
          detail: Type.String({ description: 'What is wrong there' }),
        }),
        { description: 'Each fault of the input' },
      ),
    ),
    traceId: Type.String({ description: 'Id of this request in the log' }),
  },
  { description: 'Problem details (RFC 9457)' },
);

export type ProblemBody = Static<typeof ProblemBody>;
