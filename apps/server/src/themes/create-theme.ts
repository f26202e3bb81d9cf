import {
  deployTheme,
  type NewTheme,
  permissionsFor,
  type Theme,
  type ThemeAssetKind,
} from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/sql.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import type { Asset } from './files/asset.ts';
import { readAsset } from './files/read-asset.ts';
import { getTheme } from './get-theme.ts';
import { requireContrast } from './require-contrast.ts';
import { themeProblems } from './theme-problems.ts';
import { findAssets, findTheme, insertTheme } from './themes.sql.ts';

type Needs = { readonly database: Database; readonly newId: NewId };

/**
 * Creates the next version of a theme, deployed at once if asked, for which the actor needs that permission too. Throws
 * `theme.asset-invalid`; `theme.contrast-too-low` when it is deployed; `theme.not-found` for what it is based on;
 * `tenant.limit-reached`.
 */
export const createTheme = ({ database, newId }: Needs) => {
  const requireStorage = tenantRoom('bytes of forms, pages, themes and diagrams');
  return async (actor: Actor, input: NewTheme): Promise<Theme> => {
    const isDeployed = input.creationOption === 'Save & Deploy' || input.status === 'DEPLOYED_ACTIVE';
    if (isDeployed) requirePublisher(actor);
    if (isDeployed) requireContrast(input.design);
    const { name, description = '', design } = input;
    const given = filesOf(input);
    const id = newId();
    const status = isDeployed ? 'DEPLOYED_ACTIVE' : 'EDITABLE';
    return database.transaction(async (sql) => {
      const kept = input.basedOn === undefined ? [] : await filesBefore(sql, actor, input.basedOn);
      const assets = [
        ...kept.filter(({ kind }) => !given.has(kind)),
        ...[...given.values()].flatMap(present),
      ];
      await requireStorage(sql, actor.tenant, sizeOf(design, assets));
      await insertTheme(sql, actor, { id, name, description, status, design, assets });
      return getTheme(sql, actor, id);
    });
  };
};

const sizeOf = (design: object, assets: readonly Asset[]): number =>
  assets.reduce((sum, { content }) => sum + content.length, Buffer.byteLength(JSON.stringify(design)));

/** What the request says of each file: a new one, or `undefined` for none. */
function filesOf({ logo, logoDark, font }: NewTheme): ReadonlyMap<ThemeAssetKind, Asset | undefined> {
  const given = { logo, 'logo-dark': logoDark, font } as const;
  return new Map(
    (Object.entries(given) as [ThemeAssetKind, string | null | undefined][])
      .filter(([, text]) => text !== undefined)
      .map(([kind, text]) => [kind, text ? readAsset(kind, text) : undefined]),
  );
}

async function filesBefore(sql: Parameters<typeof findAssets>[0], { tenant }: Actor, id: string) {
  if ((await findTheme(sql, tenant, id)) === undefined) throw themeProblems.create('theme.not-found');
  return findAssets(sql, tenant, id);
}

const present = (asset: Asset | undefined): readonly Asset[] => (asset === undefined ? [] : [asset]);

function requirePublisher({ tenant, permissions }: Actor): void {
  if (permissionsFor(tenant, deployTheme).some((one) => permissions.has(one))) return;
  throw accessProblems.create('access.forbidden', {
    detail: `Deploying a theme needs the permission ${deployTheme.permission}.`,
  });
}
