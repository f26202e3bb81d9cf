import {
  type ActivityManifest,
  type DefinitionProblem,
  definitionProblems,
  lintDefinition,
  missingReference,
  readDefinition,
  references,
} from '@latchkey/bpmn';
import type { FieldError } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { missingReferences } from './process-definitions.sql.ts';
import { readLintSettings } from './read-lint-settings.sql.ts';

/**
 * Checks that a diagram can run in a tenant: that it is sound, and that the forms and pages (deployed), stores,
 * relying parties and policies that it names exist. Answers what is worth a second look although it can run. Throws `definition.invalid`
 * with every fault, or that it cannot be read at all.
 */
export function checkDefinition(manifests: readonly ActivityManifest[]) {
  return async (sql: Sql, tenant: string, xml: string): Promise<readonly DefinitionProblem[]> => {
    const { definition } = await readDefinition(xml, manifests);
    const named = references(definition);
    const missing = await missingReferences(sql, tenant, named);
    if (missing.length === 0)
      return lintDefinition(definition, manifests, await readLintSettings(sql, tenant, named));
    const problems = missing.map(missingReference);
    throw definitionProblems.create('definition.invalid', {
      errors: problems.map(errorOf),
      facts: { problems },
    });
  };
}
export type CheckDefinition = ReturnType<typeof checkDefinition>;

const errorOf = ({ element, property, problem, repair }: DefinitionProblem): FieldError => ({
  pointer: `/${element}/${property}`,
  detail: `${problem} ${repair}`,
});
