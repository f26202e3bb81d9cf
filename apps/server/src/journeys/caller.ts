import { chooseLanguage, type Language } from '@latchkey/journey';
import { type UserAgentFamilies, userAgentFamilies } from '../operators/user-agent-family.ts';
import { readVisitor, type Visitor } from './visitor.ts';

type Request = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query?: unknown;
};

/** Who looks at the page: the browser, if it was here before, its language, and whether its module runs. */
export type Caller = {
  readonly visitor: Visitor | undefined;
  readonly language: Language;
  readonly takesJson: boolean;
  readonly isSecure: boolean;
  /** The page stands in a frame, perhaps of another site, where only partitioned cookies come back. */
  readonly isEmbedded: boolean;
  /** What the browser calls itself. */
  readonly client: UserAgentFamilies;
};

/** Reads the caller from a request; `publicUrl` says whether cookies are bound to https. */
export function callerOf({ headers, query }: Request, publicUrl: string): Caller {
  const isSecure = publicUrl.startsWith('https:');
  const visitor = readVisitor(textOf(headers.cookie), isSecure);
  const asked = queryText(query, 'lang') ?? visitor?.language;
  const isEmbedded = headers['sec-fetch-dest'] === 'iframe' || queryText(query, 'embedded') === '1';
  return {
    visitor,
    language: chooseLanguage(asked, textOf(headers['accept-language'])),
    takesJson: textOf(headers['content-type'])?.startsWith('application/json') === true,
    isSecure,
    isEmbedded: isEmbedded || visitor?.isEmbedded === true,
    client: userAgentFamilies(textOf(headers['user-agent'])),
  };
}

/** A parameter of the query that came once, of a length that anything of ours could have. */
export function queryText(query: unknown, name: string): string | undefined {
  const value = (query as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' && value !== '' && value.length <= 2048 ? value : undefined;
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
