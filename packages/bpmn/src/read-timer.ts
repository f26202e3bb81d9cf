import type { TimerRule } from '@latchkey/engine';
import type { BpmnElement } from './bpmn-element.ts';
import { parseDuration, parseMoment } from './parse-timer.ts';
import type { Report } from './report.ts';

/** The rule of an element's timer definition; what cannot be read is reported and counts as zero. */
export function readTimer(element: BpmnElement, definition: BpmnElement, report: Report): TimerRule {
  const rule = readRule(definition);
  if (rule) return rule;
  report(
    element,
    'timer-invalid',
    'The timer has no duration or date that can be read.',
    'Write a duration such as PT10M or P1DT12H (years and months have no fixed length), a date such as 2027-01-31T08:00:00Z, or one ${…} expression. Cycles are not offered.',
    'timer',
  );
  return { kind: 'after', ms: 0 };
}

function readRule({ timeDuration, timeDate }: BpmnElement): TimerRule | undefined {
  const text = (timeDuration ?? timeDate)?.body?.trim();
  if (!text) return undefined;
  if (text.includes('${')) return { kind: 'expression', expression: text };
  if (timeDuration) {
    const ms = parseDuration(text);
    return ms === undefined ? undefined : { kind: 'after', ms };
  }
  const at = parseMoment(text);
  return at === undefined ? undefined : { kind: 'at', at };
}
