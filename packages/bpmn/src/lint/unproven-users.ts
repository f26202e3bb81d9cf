import type { Task } from '@latchkey/engine';
import { graphOf, nameOf, reachFrom, reverse } from '../check/graph.ts';
import { type LintRule, literalOf, type Subject, tasksOf } from './lint-rule.ts';
import { policyOf } from './named-settings.ts';

/**
 * A passkey is added to somebody who was made by this process, whom its link invited, or who proved before that it is
 * they: whoever adds a passkey to a known user can sign in as that user from then on. The server refuses it otherwise,
 * unless the policy waives that.
 */
export const unprovenUsers: LintRule = (subject) => {
  const { definition, manifests } = subject;
  const backwards = reverse(graphOf(definition));
  return tasksOf(definition)
    .filter(({ activity }) => activity.type === 'startPasskeyRegistration')
    .filter((task) => literalOf(task, 'createUser', manifests) === 'false')
    .filter((task) => !isInvited(task))
    .filter((task) => {
      const before = reachFrom(backwards, [task.id]);
      return !tasksOf(definition).some((one) => before.has(one.id) && answersFor(one, task, subject));
    })
    .map((task) => ({
      element: task.id,
      rule: 'passkey-without-proof',
      problem: `${nameOf(task)} adds a passkey to a user who may exist already, without proof that it is they: ${outcomeOf(task, subject)}.`,
      repair:
        'Add the user in this process, or take the user of an invitation (_initial._invitedUser.userId).',
    }));
};

const outcomeOf = (task: Task, subject: Subject): string =>
  policyOf(subject, task)?.requiresUserProof === false
    ? 'its policy lets whoever has the link become that user'
    : 'the server refuses it (passkey.user-unproven)';

/** Whether the user is the one for whom the link is. */
const isInvited = ({ activity }: Task): boolean => namesInvited(activity.parameters.userId);

const namesInvited = (parameter: unknown): boolean => String(parameter ?? '').includes('_invitedUser');

/** Whether an earlier step made the user, read the invited one, or had them prove who they are. */
function answersFor(one: Task, { activity }: Task, { manifests }: Subject): boolean {
  if (one.activity.type === 'completePasskeyAuthentication') return true;
  const isTheirs =
    one.activity.type === 'addUser' ||
    (one.activity.type === 'getUser' && namesInvited(one.activity.parameters.userId));
  if (!isTheirs) return false;
  if (activity.parameters.userId !== undefined) return true;
  const keys = [literalOf(one, 'userKey', manifests), activity.parameters.userKey ?? 'user1'];
  return keys.includes(undefined) || String(keys[1]).includes('${') || keys[0] === keys[1];
}
