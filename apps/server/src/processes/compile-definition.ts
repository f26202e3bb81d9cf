import { type ActivityManifest, readDefinition } from '@latchkey/bpmn';
import type { Definition } from '@latchkey/engine';
import type { ReadDefinition } from './move-instance.ts';
import { definitionProblems } from './process-definition.ts';
import { findDiagram } from './process-definitions.sql.ts';

/** Definitions kept compiled. */
const most = 500;

/**
 * Reads the definition of a stored version as the engine runs it. Versions never change, so each is compiled once.
 * Throws `process-definition.not-found` and the problems of `readDefinition`.
 */
export function compileDefinition(manifests: readonly ActivityManifest[]): ReadDefinition {
  const known = new Map<string, Definition>();
  return async (sql, tenant, id) => {
    const kept = known.get(`${tenant} ${id}`);
    if (kept) return kept;
    const xml = await findDiagram(sql, tenant, id);
    if (xml === undefined) throw definitionProblems.create('process-definition.not-found');
    const { definition } = await readDefinition(xml, manifests);
    if (known.size >= most) known.clear();
    known.set(`${tenant} ${id}`, definition);
    return definition;
  };
}
