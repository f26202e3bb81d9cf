import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const shape = Compile(
  Type.Object({
    'csp-report': Type.Object({
      'effective-directive': Type.Optional(Type.String()),
      'violated-directive': Type.Optional(Type.String()),
    }),
  }),
);

/** The directive that a browser's report names (CSP3 section 5.3); `undefined` for what is no such report. */
export function reportedDirective(text: string): string | undefined {
  const report = parsed(text);
  if (!shape.Check(report)) return undefined;
  const { 'effective-directive': effective, 'violated-directive': violated } = report['csp-report'];
  return (effective ?? violated ?? '').split(' ')[0]?.slice(0, 64);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
