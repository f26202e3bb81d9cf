import type { OperatorRole } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useStores } from '../stores/use-stores.ts';
import { operatorWords } from './words.ts';

type Props = { readonly role: OperatorRole; readonly stores?: readonly string[] };

/** A role, and the identity stores to which it is held. */
export function RoleCell({ role, stores }: Props) {
  return (
    <>
      {operatorWords.roles[role]}
      {stores && <StoreNames ids={stores} />}
    </>
  );
}

function StoreNames({ ids }: { readonly ids: readonly string[] }) {
  const { stores, answer } = useStores(undefined);
  if (answer.isPending) return null;
  const names = new Map(stores.map(({ id, name }) => [id, name]));
  return (
    <Text c="dimmed" size="sm">
      {operatorWords.heldTo(ids.map((id) => names.get(id) ?? operatorWords.goneStore))}
    </Text>
  );
}
