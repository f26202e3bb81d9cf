import { type Static, type TSchema, Type } from 'typebox';
import { Closed } from './fields.ts';

const Sort = Type.Array(Type.String({ description: 'Field and direction: `createdDtm,desc`' }), {
  description: 'The order that the answer has',
});

/** The paging envelope round a list of `Item`. */
export const PageOf = <Item extends TSchema>(item: Item) =>
  Closed({
    content: Type.Array(item, { description: 'The objects of this page' }),
    totalElements: Type.Integer({ description: 'How many objects match in all' }),
    totalPages: Type.Integer({ description: 'How many pages they fill' }),
    first: Type.Boolean({ description: 'Whether this is the first page' }),
    last: Type.Boolean({ description: 'Whether this is the last page' }),
    number: Type.Integer({ description: 'Index of this page, from 0' }),
    numberOfElements: Type.Integer({ description: 'How many objects this page holds' }),
    size: Type.Integer({ description: 'How many objects a page may hold' }),
    sort: Sort,
    pageable: Closed(
      {
        paged: Type.Boolean({ description: 'Always true' }),
        unpaged: Type.Boolean({ description: 'Always false' }),
        pageNumber: Type.Integer({ description: 'Index of this page, from 0' }),
        pageSize: Type.Integer({ description: 'How many objects a page may hold' }),
        offset: Type.Integer({ description: 'How many objects lie before this page' }),
      },
      { description: 'The page that was asked for' },
    ),
    empty: Type.Boolean({ description: 'Whether this page holds nothing' }),
  });

/** A page of values. */
export type Page<Item> = Omit<Static<ReturnType<typeof PageOf<TSchema>>>, 'content'> & {
  content: Item[];
};

/** The query of a list: which page, how large, in which order of the `fields`. */
export const pageQuery = <const Field extends string>(fields: readonly Field[]) => ({
  page: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0, description: 'Index of the page, from 0' }),
  ),
  size: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, default: 10, description: 'Objects on a page' }),
  ),
  sort: Type.Optional(
    Type.Array(Type.String({ pattern: `^(${fields.join('|')})(,(asc|desc))?$` }), {
      maxItems: 1,
      description: `Order: one of ${fields.join(', ')}, then \`,asc\` or \`,desc\``,
    }),
  ),
});

/** What a list route receives of its page. */
export type PageRequest = { page?: number; size?: number; sort?: string[] };

/** Puts `content`, one page of `totalElements` objects, into the envelope. */
export function pageOf<Item>(
  content: readonly Item[],
  totalElements: number,
  { page = 0, size = 10, sort = [] }: PageRequest,
): Page<Item> {
  const totalPages = Math.ceil(totalElements / size);
  return {
    content: [...content],
    totalElements,
    totalPages,
    first: page === 0,
    last: page >= totalPages - 1,
    number: page,
    numberOfElements: content.length,
    size,
    sort,
    pageable: { paged: true, unpaged: false, pageNumber: page, pageSize: size, offset: page * size },
    empty: content.length === 0,
  };
}
