import { type OperatorRole, storeRoles } from '@latchkey/contract';
import { ChoicesField } from '../kit/form/choices-field.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { useStores } from '../stores/use-stores.ts';
import { operatorWords } from './words.ts';

/** What a dialog decides of an operator's power: a role, and the stores of those that can be held to some. */
export type GrantValues = { readonly role: OperatorRole; readonly stores: readonly string[] };

/** Holds an operator to some identity stores; nothing chosen is all. Only where the role can be held to some. */
export function StoresField<Values extends GrantValues>({ form }: { readonly form: Form<Values> }) {
  const { stores } = useStores(undefined);
  if (!storeRoles.includes(form.values.role)) return null;
  const names = new Map(stores.map(({ id, name }) => [id, name]));
  const ids = new Set([...names.keys(), ...form.values.stores]);
  return (
    <ChoicesField
      form={form as unknown as Form<GrantValues>}
      name="stores"
      label={operatorWords.stores}
      help={operatorWords.storesHelp}
      placeholder={operatorWords.allStores}
      choices={[...ids].map((value) => ({ value, label: names.get(value) ?? operatorWords.goneStore }))}
    />
  );
}

/** The stores to send with a role: none where the role works in all. */
export const storesOf = ({ role, stores }: GrantValues): string[] | null =>
  storeRoles.includes(role) && stores.length > 0 ? [...stores] : null;
