import type { FormUse } from '@latchkey/contract';
import type { FieldError } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/sql.ts';
import type { FindFormUses } from './find-form-uses.ts';
import { formVersionProblems } from './form-problems.ts';
import { holdVersions, removeForm } from './forms.sql.ts';

type Needs = { readonly database: Database; readonly findFormUses: FindFormUses };

/**
 * Deletes a version, or a form with all its versions, that no process definition shows. What is deleted is held first:
 * a definition that names it and is deployed at this moment is either seen, or finds it gone. Throws
 * `form.not-found`, and `form.in-use` with every place that shows it.
 */
export const deleteForm =
  ({ database, findFormUses }: Needs) =>
  (actor: Actor, which: { readonly id: string } | { readonly name: string }): Promise<void> =>
    database.transaction(async (sql) => {
      const ids = 'id' in which ? [which.id] : await holdVersions(sql, actor.tenant, which.name);
      const gone = [];
      for (const id of ids) gone.push(await removeForm(sql, actor, id));
      const [first] = gone;
      if (first === undefined) throw formVersionProblems.create('form.not-found');
      const versions = gone.map((each) => each?.version);
      const uses = (await findFormUses(sql, actor.tenant, first.name)).filter(
        ({ formVersion }) => formVersion === undefined || versions.includes(formVersion),
      );
      if (uses.length === 0) return;
      throw formVersionProblems.create('form.in-use', {
        detail: `${first.name} is shown by ${[...new Set(uses.map(nameOf))].join(', ')}.`,
        errors: uses.map(errorOf),
      });
    });

const nameOf = ({ definitionName, definitionVersion }: FormUse): string =>
  `${definitionName} version ${definitionVersion}`;

const errorOf = (use: FormUse): FieldError => ({
  pointer: '',
  detail: `${nameOf(use)}, ${use.elementName ?? use.element}: ${
    use.isCertain ? 'shows it' : 'may show it, since session data decide which form it shows'
  }.`,
});
