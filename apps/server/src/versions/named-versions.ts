import { likePattern } from '../db/like-pattern.ts';

/** Which versions of what has a name and numbered versions; what is absent does not restrict. */
export type VersionFilter = {
  /** Part of a name; `%` stands for any text. */
  readonly name?: string;
  readonly status?: string;
  readonly exactName?: string;
  readonly newestOnly?: boolean;
};

/** The tables of what has a name and numbered versions. */
export type VersionTable = 'forms' | 'pages' | 'process_definitions' | 'themes';

/** The condition of a list of versions in a table called `v`; takes the five `versionFilterValues` at $1 and after. */
export const versionFilter = (table: VersionTable): string => `tenant_id = $1
  and ($2::text is null or lower(name) like $2) and ($3::text is null or status = $3)
  and ($4::text is null or name = $4)
  and ($5::boolean is not true or version = (
    select max(o.version) from ${table} o where o.tenant_id = v.tenant_id and o.name = v.name))`;

/** The values of `versionFilter`, in its order. */
export const versionFilterValues = (tenant: string, asked: VersionFilter): readonly unknown[] => [
  tenant,
  likePattern(asked.name?.toLowerCase()),
  asked.status ?? null,
  asked.exactName ?? null,
  asked.newestOnly ?? false,
];

/** The column `deployedVersion`: the newest deployed version of the same name. */
export const deployedVersion = (table: VersionTable): string => `(select max(o.version) from ${table} o
  where o.tenant_id = v.tenant_id and o.name = v.name and o.status = 'DEPLOYED_ACTIVE') as "deployedVersion"`;
