import { type BpmnElement, idOf } from './bpmn-element.ts';
import type { DefinitionProblem } from './definition-problem.ts';

/** Takes note of one fault; reading goes on, so that people learn of all of them at once. */
export type Report = (
  element: BpmnElement,
  rule: string,
  problem: string,
  repair: string,
  property?: string,
) => void;

/** A list and the function that fills it. */
export function collectProblems(): { readonly problems: DefinitionProblem[]; readonly report: Report } {
  const problems: DefinitionProblem[] = [];
  const report: Report = (element, rule, problem, repair, property) => {
    problems.push({ element: idOf(element), rule, problem, repair, ...(property && { property }) });
  };
  return { problems, report };
}
