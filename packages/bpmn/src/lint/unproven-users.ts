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
        'Let them sign in before (Complete Passkey Authentication, with the person verified), add the user in this process, or take the user of an invitation (_initial._invitedUser.userId).',
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
function answersFor(one: Task, { activity }: Task, subject: Subject): boolean {
  const { manifests } = subject;
  const isTheirs =
    one.activity.type === 'addUser' ||
    (one.activity.type === 'getUser' && namesInvited(one.activity.parameters.userId)) ||
    (one.activity.type === 'completePasskeyAuthentication' && isVerified(one, subject));
  if (!isTheirs) return false;
  if (activity.parameters.userId !== undefined) return true;
  const keys = [literalOf(one, 'userKey', manifests), activity.parameters.userKey ?? 'user1'];
  return keys.includes(undefined) || String(keys[1]).includes('${') || keys[0] === keys[1];
}

/** A sign-in proves who somebody is only if every start of it demands that the device checks the person. */
function isVerified(complete: Task, { definition, manifests }: Subject): boolean {
  const key = 'passkeyAuthenticationKey';
  return tasksOf(definition)
    .filter(({ activity }) => activity.type === 'startPasskeyAuthentication')
    .filter((start) => literalOf(start, key, manifests) === literalOf(complete, key, manifests))
    .every((start) => ['required', undefined].includes(literalOf(start, 'userVerification', manifests)));
}
