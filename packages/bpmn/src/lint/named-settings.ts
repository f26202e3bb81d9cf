import type { Task } from '@latchkey/engine';
import { literalOf, type Subject } from './lint-rule.ts';
import type { PolicySettings, RelyingPartySettings } from './settings.ts';

/** The policy that a task names literally, where its settings are known. */
export function policyOf({ manifests, settings }: Subject, task: Task): PolicySettings | undefined {
  const [storeName, relyingPartyId, name] = ['storeName', 'relyingPartyId', 'registrationPolicy'].map(
    (parameter) => literalOf(task, parameter, manifests),
  );
  return settings.policies.find(
    (one) => one.name === name && one.storeName === storeName && one.relyingPartyId === relyingPartyId,
  );
}

/** The relying party that a task names literally, where its settings are known. */
export function relyingPartyOf(
  { manifests, settings }: Subject,
  task: Task,
): RelyingPartySettings | undefined {
  const storeName = literalOf(task, 'storeName', manifests);
  const id = literalOf(task, 'relyingPartyId', manifests);
  return settings.relyingParties.find((one) => one.relyingPartyId === id && one.storeName === storeName);
}
