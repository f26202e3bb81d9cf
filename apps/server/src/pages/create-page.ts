import { createHash } from 'node:crypto';
import { type CustomPage, deployCustomPage, type NewCustomPage, permissionsFor } from '@latchkey/contract';
import type { Clock, NewId } from '@latchkey/kernel';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import { requireFreshOperator } from '../access/fresh-sign-in.ts';
import type { Database } from '../db/sql.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import { addPage } from './add-page.ts';
import { type CheckedFiles, checkFiles } from './check-files.ts';
import { entryPath } from './entry-path.ts';
import { externalUrl } from './external-url.ts';
import { getPage } from './get-page.ts';
import type { ContentUrl } from './page.ts';
import type { PageFile, ReadArchive } from './page-file.ts';
import { pageProblems } from './page-problems.ts';
import { findContents } from './pages.sql.ts';

type Needs = {
  readonly database: Database;
  readonly newId: NewId;
  readonly now: Clock;
  readonly readArchive: ReadArchive;
  readonly publicUrl: () => string;
  readonly contentUrl: ContentUrl;
  readonly previewUrl: (id: string) => string | undefined;
};

/**
 * Creates the next version of a page, deployed at once if asked, for which the actor needs that permission too, and
 * an operator a fresh sign-in. Everything is judged before anything is stored. Throws the problems of
 * `page-problems.ts`, `access.forbidden`, `access.step-up-needed` and `tenant.limit-reached`.
 */
export function createPage(needs: Needs) {
  const requireStorage = tenantRoom('bytes of forms, pages, themes and diagrams');
  return async (actor: Actor, input: NewCustomPage): Promise<CustomPage> => {
    const isDeployed = input.creationOption === 'Save & Deploy' || input.status === 'DEPLOYED_ACTIVE';
    if (isDeployed) requirePublisher(actor, needs.now());
    const { baseAppUrl, content } = await contentOf(needs, actor, input);
    await requireStorage(needs.database, actor.tenant, content.size);
    const { name, description = '' } = input;
    const status = isDeployed ? 'DEPLOYED_ACTIVE' : 'EDITABLE';
    const id = needs.newId();
    const version = { id, name, description, status, baseAppUrl, content } as const;
    await needs.database.transaction((sql) => addPage(sql, actor, version));
    return getPage(needs, actor, id);
  };
}
export type CreatePage = ReturnType<typeof createPage>;

/** A script that people run is published by whoever may do just that. Throws `access.forbidden`, `access.step-up-needed`. */
function requirePublisher(actor: Actor, now: number): void {
  const { tenant, permissions } = actor;
  if (!permissionsFor(tenant, deployCustomPage).some((one) => permissions.has(one)))
    throw accessProblems.create('access.forbidden', {
      detail: `Deploying a page needs the permission ${deployCustomPage.permission}.`,
    });
  requireFreshOperator(actor, now);
}

type Content = { readonly baseAppUrl: string | null; readonly content: CheckedFiles };

async function contentOf(needs: Needs, actor: Actor, input: NewCustomPage): Promise<Content> {
  const { archive, documents, basedOn, baseAppUrl } = input;
  const isOwn = documents !== undefined || basedOn !== undefined;
  if ([archive !== undefined, isOwn, baseAppUrl !== undefined].filter(Boolean).length !== 1)
    throw pageProblems.create('page.content-missing');
  if (baseAppUrl !== undefined) {
    const address = externalUrl(baseAppUrl, [needs.publicUrl(), needs.contentUrl()]);
    return external(address);
  }
  const before = basedOn === undefined ? undefined : await getPage(needs, actor, basedOn);
  if (before?.baseAppUrl !== undefined && documents === undefined) return external(before.baseAppUrl);
  requireContentHost(needs.contentUrl);
  if (archive !== undefined)
    return { baseAppUrl: null, content: checkFiles(await needs.readArchive(Buffer.from(archive, 'base64'))) };
  const kept = before === undefined ? [] : await findContents(needs.database, actor.tenant, before.id);
  return { baseAppUrl: null, content: checkFiles(overlaid(kept, documents ?? [])) };
}

/** Throws `page.content-host-missing`: without one, files would never be seen. */
export function requireContentHost(contentUrl: ContentUrl): void {
  if (contentUrl() === undefined) throw pageProblems.create('page.content-host-missing');
}

/** Documents take the place of files with the same path; twice the same document is a mistake that `checkFiles` names. */
function overlaid(kept: readonly PageFile[], documents: NonNullable<NewCustomPage['documents']>) {
  const written = documents.map(({ path, text }) => ({
    path: entryPath(path),
    content: Buffer.from(text, 'utf8'),
  }));
  const paths = new Set(written.map(({ path }) => path));
  return [...kept.filter(({ path }) => !paths.has(path)), ...written];
}

const external = (address: string): Content => ({
  baseAppUrl: address,
  content: { files: [], size: 0, contentHash: createHash('sha256').update(address).digest('hex') },
});
