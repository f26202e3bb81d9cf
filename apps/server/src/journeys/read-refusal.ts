import { type PageRefusal, pageRefusals } from '@latchkey/journey';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { journeyProblems } from './journey-problems.ts';

const shape = Compile(
  Type.Object(
    {
      attempt: Type.Integer({ minimum: 0 }),
      reason: Type.Unsafe<PageRefusal>({ type: 'string', enum: pageRefusals }),
      about: Type.String({ maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
);

/** Reads what the page tells of a refusal. Throws `journey.submission-invalid`. */
export function readRefusal(body: unknown): { readonly reason: PageRefusal; readonly about: string } {
  if (!shape.Check(body)) throw journeyProblems.create('journey.submission-invalid');
  const { reason, about } = body as { readonly reason: PageRefusal; readonly about: string };
  return { reason, about };
}
