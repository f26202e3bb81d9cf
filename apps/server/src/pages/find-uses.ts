import { type ActivityManifest, pageUses, sketchDefinition, type VersionUse } from '@latchkey/bpmn';
import type { CustomPageUse } from '@latchkey/contract';
import type { Sql } from '../db/sql.ts';
import { listDiagramsWithPages } from './page-uses.sql.ts';

type Named = { readonly name: string; readonly version: number };

/**
 * Finds the tasks that show a version of a page, newest definition first; a task that names page or version by an
 * expression may show it.
 */
export function findUses(manifests: readonly ActivityManifest[]) {
  return async (sql: Sql, tenant: string, { name, version }: Named): Promise<CustomPageUse[]> => {
    const uses: CustomPageUse[] = [];
    for (const { bpmn, ...definition } of await listDiagramsWithPages(sql, tenant)) {
      const drawn = await usesIn(bpmn, manifests);
      const fitting = drawn.filter(
        (use) => (use.name ?? name) === name && (use.version ?? version) === version,
      );
      for (const use of fitting)
        uses.push({ ...definition, element: use.element, isCertain: isCertain(use) });
    }
    return uses;
  };
}
export type FindUses = ReturnType<typeof findUses>;

const isCertain = ({ name, version }: VersionUse): boolean => name !== undefined && version !== undefined;

/** Where a diagram shows pages; a draft that cannot be read shows none. */
async function usesIn(bpmn: string, manifests: readonly ActivityManifest[]): Promise<readonly VersionUse[]> {
  try {
    return pageUses(await sketchDefinition(bpmn, manifests));
  } catch {
    return [];
  }
}
