import { type LintRule, tasksOf } from './lint-rule.ts';
import { policyOf } from './named-settings.ts';

/** RSASSA-PKCS1-v1_5 with SHA-1 (COSE). */
const rs1 = -65_535;

/** No policy asks for RS1: it signs with SHA-1. */
export const weakAlgorithms: LintRule = (subject) =>
  tasksOf(subject.definition).flatMap((task) => {
    const policy = policyOf(subject, task);
    if (!policy?.algorithms.includes(rs1)) return [];
    return [
      {
        element: task.id,
        rule: 'rs1-asked',
        problem: `The policy "${policy.name}" accepts RS1, which signs with the broken SHA-1.`,
        repair: 'Take -65535 out of its algorithms, unless old authenticators need it.',
        property: 'registrationPolicy',
      },
    ];
  });
