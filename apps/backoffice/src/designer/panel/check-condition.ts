import { checkValue } from '@latchkey/bpmn';
import { panelWords } from './words.ts';

/** What is wrong with a condition as it is typed. */
export function checkCondition(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const fault = checkValue(text, {});
  if (fault) return fault.problem;
  return /^\s*\$\{[\s\S]*\}\s*$/.test(text) ? undefined : panelWords.notWhole;
}
