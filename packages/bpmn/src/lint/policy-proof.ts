import { type LintRule, tasksOf } from './lint-rule.ts';
import { policyOf } from './named-settings.ts';

/** A rule about models of authenticators needs their proof: without attestation anyone may claim any AAGUID. */
export const policyProof: LintRule = (subject) =>
  tasksOf(subject.definition).flatMap((task) => {
    const policy = policyOf(subject, task);
    if (!policy?.namesAuthenticators || policy.attestation !== 'none') return [];
    return [
      {
        element: task.id,
        rule: 'aaguid-without-attestation',
        problem: `The policy "${policy.name}" chooses authenticators by model but asks for no attestation: any may claim to be one.`,
        repair: 'Let the policy ask for direct or enterprise attestation, or drop the rule.',
        property: 'registrationPolicy',
      },
    ];
  });
