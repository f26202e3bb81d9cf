import { mostTags, type ProcessDefinition, type ProcessDefinitionTag } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/sql.ts';
import { tagProblems } from './definition-tag.ts';
import {
  changeTag,
  countTags,
  deleteTag,
  findTag,
  followersOf,
  insertTag,
  lockTag,
} from './definition-tags.sql.ts';
import { getDefinition } from './deploy-definition.ts';
import { definitionProblems } from './process-definition.ts';

type Wish = {
  readonly id: string;
  readonly tag: string;
  readonly colour?: string;
  /** Takes the tag off the version that it is on. */
  readonly move?: boolean;
};

/**
 * Puts a tag on a deployed version; tokens that follow it start that version from now on. Throws
 * `process-definition.not-found`, `process-definition.not-deployed`, `process-definition-tag.elsewhere` (the detail
 * says where), `process-definition-tag.too-many`.
 */
export async function setDefinitionTag(
  sql: Transaction,
  actor: Actor,
  wish: Wish,
): Promise<ProcessDefinitionTag> {
  const definition = await getDefinition(sql, actor, wish.id);
  if (definition.status !== 'DEPLOYED_ACTIVE')
    throw definitionProblems.create('process-definition.not-deployed');
  for (;;) {
    const before = await lockTag(sql, actor.tenant, wish.tag);
    if (before === undefined) {
      if (await added(sql, actor, wish, definition)) break;
      continue;
    }
    if (before.processDefnId !== wish.id && wish.move !== true) throw elsewhere(before);
    await moved(sql, actor, wish, { before, definition });
    break;
  }
  return found(await findTag(sql, actor.tenant, wish.tag));
}

/**
 * Removes a tag from the version that it is on. Throws `process-definition-tag.not-found`,
 * `process-definition-tag.followed` (the detail names the active tokens that follow it).
 */
export async function removeDefinitionTag(
  sql: Transaction,
  actor: Actor,
  { id, tag }: Pick<Wish, 'id' | 'tag'>,
): Promise<void> {
  const before = await lockTag(sql, actor.tenant, tag);
  if (before?.processDefnId !== id) throw tagProblems.create('process-definition-tag.not-found');
  const followers = await followersOf(sql, actor.tenant, tag);
  if (followers.length > 0) throw followed(before, followers);
  await deleteTag(sql, actor, tag, placeOf(before));
}

async function added(sql: Transaction, actor: Actor, { id, tag, colour }: Wish, on: ProcessDefinition) {
  if ((await countTags(sql, actor.tenant)) >= mostTags) {
    throw tagProblems.create('process-definition-tag.too-many', { detail: `At most ${mostTags}.` });
  }
  const facts = { processDefnName: on.name, processDefnVersion: on.version };
  return insertTag(sql, actor, { name: tag, definitionId: id, colour, facts });
}

type Move = { readonly before: ProcessDefinitionTag; readonly definition: ProcessDefinition };

async function moved(
  sql: Transaction,
  actor: Actor,
  { id, tag, colour }: Wish,
  { before, definition }: Move,
): Promise<void> {
  const isElsewhere = before.processDefnId !== id;
  if (!isElsewhere && (colour ?? before.colour) === before.colour) return;
  const facts = {
    processDefnName: definition.name,
    processDefnVersion: definition.version,
    ...(isElsewhere && { from: placeOf(before) }),
  };
  await changeTag(sql, actor, isElsewhere ? 'moved' : 'set', { name: tag, definitionId: id, colour, facts });
}

const placeOf = ({ processDefnName, processDefnVersion }: ProcessDefinitionTag) => ({
  processDefnName,
  processDefnVersion,
});

const elsewhere = (tag: ProcessDefinitionTag) =>
  tagProblems.create('process-definition-tag.elsewhere', {
    detail: `"${tag.name}" is on version ${tag.processDefnVersion} of "${tag.processDefnName}".`,
    facts: placeOf(tag),
  });

function followed(tag: ProcessDefinitionTag, followers: readonly { readonly name: string }[]) {
  const names = followers.map(({ name }) => `"${name}"`).join(', ');
  const more = tag.followers - followers.length;
  return tagProblems.create('process-definition-tag.followed', {
    detail: `"${tag.name}" is followed by ${names}${more > 0 ? ` and ${more} more` : ''}.`,
    facts: { followers: followers.map(({ name }) => name) },
  });
}

function found(tag: ProcessDefinitionTag | undefined): ProcessDefinitionTag {
  if (tag === undefined) throw tagProblems.create('process-definition-tag.not-found');
  return tag;
}
