import type { Form, NewForm } from '@latchkey/contract';
import { parseForm } from '@latchkey/forms';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { insertForm } from './forms.sql.ts';

/** Creates the next version of a form, deployed at once if asked. Throws `form.invalid` with every fault. */
export function createForm({ newId }: { readonly newId: NewId }) {
  return async (sql: Sql, actor: Actor, { creationOption, ...input }: NewForm): Promise<Form> => {
    parseForm(input.resource);
    const isDeployed = creationOption === 'Save & Deploy' || input.status === 'DEPLOYED_ACTIVE';
    const form = { description: '', ...input, status: isDeployed ? 'DEPLOYED_ACTIVE' : 'EDITABLE' } as const;
    for (;;) {
      const made = await insertForm(sql, actor, newId(), form);
      if (made) return made;
    }
  };
}
export type CreateForm = ReturnType<typeof createForm>;
