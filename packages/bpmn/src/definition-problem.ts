import { defineProblems, type Problem } from '@latchkey/kernel';

/** One fault of a diagram: where, which rule, what is wrong and how to mend it. */
export type DefinitionProblem = {
  /** Id of the BPMN element; the process itself where no element is at fault. */
  readonly element: string;
  readonly rule: string;
  readonly problem: string;
  readonly repair: string;
  /** The parameter or attribute at fault. */
  readonly property?: string;
};

export const definitionProblems = defineProblems({
  'definition.invalid': { title: 'The process definition cannot run as it is drawn.', status: 422 },
  'definition.unreadable': { title: 'The file is not a BPMN 2.0 diagram.', status: 422 },
  'definition.too-large': { title: 'The diagram is too large.', status: 413 },
});

/** More faults than this are not listed: nobody mends them one by one. */
const mostFaults = 1000;

/** A `definition.invalid` that carries every fault: as `errors` for people, as `facts.problems` for the designer. */
export function invalidDefinition(problems: readonly DefinitionProblem[]): Problem {
  const listed = problems.slice(0, mostFaults);
  const count = problems.length === 1 ? 'one fault' : `${problems.length} faults`;
  return definitionProblems.create('definition.invalid', {
    detail: `The diagram has ${count}${listed.length < problems.length ? `; the first ${mostFaults} are listed` : ''}.`,
    errors: listed.map(({ element, property, problem, repair }) => ({
      pointer: `/${element}${property ? `/${property}` : ''}`,
      detail: `${problem} ${repair}`,
    })),
    facts: { problems: listed },
  });
}
