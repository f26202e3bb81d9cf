import type { DefinitionProblem } from '@latchkey/bpmn';
import type { ProblemBody } from '@latchkey/contract';

/** One fault of the diagram, as the check in the browser or the server's publish check found it. */
export type Fault = DefinitionProblem & { readonly by: 'browser' | 'server' };

/** The server's faults from a `definition.invalid`: pointers are `/element/property`. */
export const serverFaults = ({ errors = [] }: ProblemBody): readonly Fault[] =>
  errors.map(({ pointer, detail }) => {
    const [, element = '', property] = pointer.split('/').map(unescaped);
    return {
      by: 'server',
      element,
      rule: 'server',
      problem: detail,
      repair: '',
      ...(property !== undefined && { property }),
    };
  });

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
