import { type ActivityManifest, references, sketchDefinition } from '@latchkey/bpmn';
import type { CustomPageUse } from '@latchkey/contract';
import type { Sql } from '../db/sql.ts';
import { listDiagramsNaming } from './page-uses.sql.ts';

type Named = { readonly name: string; readonly version: number };

/** Finds the tasks that show a version of a page by a literal name, newest definition first. */
export function findUses(manifests: readonly ActivityManifest[]) {
  return async (sql: Sql, tenant: string, { name, version }: Named): Promise<CustomPageUse[]> => {
    const uses: CustomPageUse[] = [];
    for (const { bpmn, ...definition } of await listDiagramsNaming(sql, tenant, name)) {
      const named = await pagesIn(bpmn, manifests);
      for (const one of named.filter((each) => each.name === name && (each.version ?? 1) === version))
        uses.push({ ...definition, element: one.element });
    }
    return uses;
  };
}
export type FindUses = ReturnType<typeof findUses>;

/** The pages that a diagram names; a draft that cannot be read names none. */
async function pagesIn(bpmn: string, manifests: readonly ActivityManifest[]) {
  try {
    return references(await sketchDefinition(bpmn, manifests)).filter(({ kind }) => kind === 'page');
  } catch {
    return [];
  }
}
