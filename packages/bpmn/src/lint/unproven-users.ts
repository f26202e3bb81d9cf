import type { Task } from '@latchkey/engine';
import { graphOf, nameOf, reachFrom, reverse } from '../check/graph.ts';
import { type LintRule, literalOf, type Subject, tasksOf } from './lint-rule.ts';

/**
 * A passkey is added to somebody who was made by this process, or who proved before that it is they: whoever adds a
 * passkey to a known user can sign in as that user from then on.
 */
export const unprovenUsers: LintRule = (subject) => {
  const { definition, manifests } = subject;
  const backwards = reverse(graphOf(definition));
  return tasksOf(definition)
    .filter(({ activity }) => activity.type === 'startPasskeyRegistration')
    .filter((task) => literalOf(task, 'createUser', manifests) === 'false')
    .filter((task) => {
      const before = reachFrom(backwards, [task.id]);
      return !tasksOf(definition).some((one) => before.has(one.id) && answersFor(one, task, subject));
    })
    .map((task) => ({
      element: task.id,
      rule: 'passkey-without-proof',
      problem: `${nameOf(task)} adds a passkey to a user who may exist already, without proof that it is they.`,
      repair: 'Let them sign in with a passkey before, or add the user in this process.',
    }));
};

/** Whether an earlier step made the user, or had them prove who they are. */
function answersFor(one: Task, { activity }: Task, { manifests }: Subject): boolean {
  if (one.activity.type === 'completePasskeyAuthentication') return true;
  if (one.activity.type !== 'addUser') return false;
  if (activity.parameters.userId !== undefined) return true;
  const keys = [literalOf(one, 'userKey', manifests), activity.parameters.userKey ?? 'user1'];
  return keys.includes(undefined) || String(keys[1]).includes('${') || keys[0] === keys[1];
}
