import { nameOf } from '../check/graph.ts';
import { type LintRule, literalOf, tasksOf } from './lint-rule.ts';
import { policyOf } from './named-settings.ts';

/** The least that WebAuthn Level 3 section 15.1 recommends, so that people with slow hands or a phone can finish. */
const leastMs = 300_000;

/** Ceremonies have the time that the standard recommends: the policy's, and that of the form round it. */
export const passkeyTimeouts: LintRule = (subject) =>
  tasksOf(subject.definition).flatMap((task) => {
    const policy = policyOf(subject, task);
    const form = Number(literalOf(task, 'registrationTimeout', subject.manifests) ?? Number.NaN);
    return [
      ...(policy && policy.timeoutMs < leastMs
        ? [
            {
              element: task.id,
              rule: 'passkey-timeout-short',
              problem: `The policy "${policy.name}" gives people ${secondsOf(policy.timeoutMs)}; 5 to 10 minutes are recommended.`,
              repair: 'Raise the timeout in the policy, or name another.',
              property: 'registrationPolicy',
            },
          ]
        : []),
      ...(form * 1000 < leastMs
        ? [
            {
              element: task.id,
              rule: 'passkey-timeout-short',
              problem: `${nameOf(task)} gives people ${secondsOf(form * 1000)}; 5 to 10 minutes are recommended.`,
              repair: 'Write 300 or more.',
              property: 'registrationTimeout',
            },
          ]
        : []),
    ];
  });

const secondsOf = (ms: number): string => (ms === 1000 ? '1 second' : `${Math.round(ms / 1000)} seconds`);
