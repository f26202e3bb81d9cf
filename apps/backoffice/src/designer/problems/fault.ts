import type { DefinitionProblem } from '@latchkey/bpmn';
import type { ProblemBody } from '@latchkey/contract';

/**
 * One thing that the check in the browser or the server's publish check found: an error keeps the process from being
 * deployed, a warning does not.
 */
export type Fault = DefinitionProblem & {
  readonly by: 'browser' | 'server';
  readonly severity: 'error' | 'warning';
};

export const isError = ({ severity }: Fault): boolean => severity === 'error';

/** What a field of the panel says of itself: the first error and the first warning about it. */
export function findingsAt(faults: readonly Fault[], element: string, property: string) {
  const here = faults.filter((fault) => fault.element === element && fault.property === property);
  return {
    error: wordsAt(here.find(isError)),
    warning: here.find((fault) => !isError(fault)),
  };
}

/** Beside its field a missing value needs no more than to be asked for. */
const wordsAt = (fault: Fault | undefined): string | undefined =>
  fault?.rule === 'missing-parameter' ? fault.repair : fault?.problem;

/** All of both, but what both have found only once. */
export const united = (own: readonly Fault[], server: readonly Fault[]): readonly Fault[] => [
  ...own,
  ...server.filter(
    ({ element, property, problem }) =>
      !own.some(
        (one) => one.element === element && one.property === property && problem.startsWith(one.problem),
      ),
  ),
];

/** The server's faults from a `definition.invalid`: pointers are `/element/property`. */
export const serverFaults = ({ errors = [] }: ProblemBody): readonly Fault[] =>
  errors.map(({ pointer, detail }) => {
    const [, element = '', property] = pointer.split('/').map(unescaped);
    return {
      by: 'server',
      severity: 'error',
      element,
      rule: 'server',
      problem: detail,
      repair: '',
      ...(property !== undefined && { property }),
    };
  });

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** The server's warnings that the browser has not found already. */
export const newWarnings = (
  warnings: readonly DefinitionProblem[],
  known: readonly Fault[],
): readonly Fault[] =>
  warnings
    .filter(({ element, rule }) => !known.some((one) => one.element === element && one.rule === rule))
    .map((warning) => ({ ...warning, by: 'server', severity: 'warning' }));
