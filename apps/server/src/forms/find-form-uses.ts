import { type ActivityManifest, formUses, sketchDefinition, type VersionUse } from '@latchkey/bpmn';
import type { FormUse } from '@latchkey/contract';
import type { Sql } from '../db/sql.ts';
import { diagramsWithForms, type StoredDiagram } from './forms.sql.ts';

/** Diagrams kept read. */
const most = 500;

/**
 * Finds where a tenant's process definitions, drafts too, show a form or may: a task whose form the session data
 * decide may show any.
 */
export function findFormUses(manifests: readonly ActivityManifest[]) {
  const read = readOnce(manifests);
  return async (sql: Sql, tenant: string, formName: string): Promise<readonly FormUse[]> => {
    const found: FormUse[] = [];
    for (const diagram of await diagramsWithForms(sql, tenant)) {
      const uses = (await read(diagram)).filter(({ name = formName }) => name === formName);
      found.push(...uses.map((use) => shown(diagram, use)));
    }
    return found;
  };
}
export type FindFormUses = ReturnType<typeof findFormUses>;

/** What a diagram shows; each state of it is read once. */
function readOnce(manifests: readonly ActivityManifest[]) {
  const known = new Map<string, readonly VersionUse[]>();
  return async ({ id, changedAt, xml }: StoredDiagram): Promise<readonly VersionUse[]> => {
    const key = `${id} ${changedAt.getTime()}`;
    const uses = known.get(key) ?? formUses(await sketchDefinition(xml, manifests));
    if (known.size >= most) known.clear();
    known.set(key, uses);
    return uses;
  };
}

const shown = ({ id, name, version, status }: StoredDiagram, use: VersionUse): FormUse => ({
  definitionId: id,
  definitionName: name,
  definitionVersion: version,
  definitionStatus: status,
  element: use.element,
  ...(use.elementName !== undefined && { elementName: use.elementName }),
  ...(use.version !== undefined && { formVersion: use.version }),
  isCertain: use.name !== undefined,
});
