import { listAuditRecords } from '../../apps/server/src/audit/audit.sql.ts';
import type { Sql } from '../../apps/server/src/db/sql.ts';
import { listTokens } from '../../apps/server/src/processes/manage-tokens.sql.ts';
import { listDefinitionPage } from '../../apps/server/src/processes/process-definitions.sql.ts';
import { listInstancePage } from '../../apps/server/src/processes/read-instances.sql.ts';
import { listUserPage } from '../../apps/server/src/users/users.sql.ts';

type Page = { readonly totalElements: number };

/** One question that an operator asks of a list. */
export type ListCase = {
  readonly list: string;
  readonly asks: string;
  readonly read: (sql: Sql) => Promise<Page>;
};

type Asked<List extends (...values: never) => unknown, Place extends number> = NonNullable<
  Parameters<List>[Place]
>;

const size = 25;
const users = (asks: string, asked: Asked<typeof listUserPage, 3>): ListCase => ({
  list: 'users',
  asks,
  read: (sql) => listUserPage(sql, 'bench', 'people', { size, ...asked }),
});
const instances = (asks: string, asked: Asked<typeof listInstancePage, 2>): ListCase => ({
  list: 'instances',
  asks,
  read: (sql) => listInstancePage(sql, 'bench', { size, ...asked }, Date.now()),
});
const audit = (asks: string, asked: Asked<typeof listAuditRecords, 2>): ListCase => ({
  list: 'audit',
  asks,
  read: (sql) => listAuditRecords(sql, 'bench', { size, ...asked }),
});

const readTokens = async (sql: Sql) => ({ totalElements: (await listTokens(sql, 'bench', { size })).total });

/** The questions, on a database that `fillLists` filled with `count` of each. */
export const listCases = (count: number): readonly ListCase[] => [
  users('the first page', {}),
  users('the page in the middle', { page: Math.floor(count / size / 2) }),
  users('the last page', { page: Math.ceil(count / size) - 1 }),
  ...['createdDtm', 'lastUpdatedDtm', 'externalId', 'email', 'firstName', 'lastName', 'status'].flatMap(
    (field) =>
      ['asc', 'desc'].map((way) => users(`ordered by ${field}, ${way}`, { sort: [`${field},${way}`] })),
  ),
  users('a name, whole', { name: 'grace345 garcia234' }),
  users('a name that begins rarely', { name: 'huber77%' }),
  users('a name that a tenth has', { name: 'huber%' }),
  users('a name anywhere in the text', { name: '%isch%' }),
  users('an e-mail address', { email: `user${count - 5}@example.com` }),
  users('an e-mail address that begins so', { email: 'user99%' }),
  users('an external ID', { externalId: `E-${count - 5}` }),
  users('the locked ones', { status: 'LOCKED' }),
  users('the locked ones, by last name', { status: 'LOCKED', sort: ['lastName,asc'] }),
  users('nobody', { name: 'zzz%' }),
  instances('the first page', {}),
  instances('the last page', { page: Math.ceil(count / size) - 1 }),
  instances('those in review', { status: 'REVIEW' }),
  instances('of a process', { processDefnName: 'process 7' }),
  instances('of a token', { processTokenId: 'T7' }),
  instances('a person', { text: `user${count - 5}@example.com` }),
  instances('a day', { from: new Date(Date.now() - 86_400_000).toISOString(), to: new Date().toISOString() }),
  instances('by last name', { sort: ['lastName,asc'] }),
  instances('by status', { sort: ['status,asc'] }),
  audit('the first page', {}),
  audit('the last page', { page: Math.ceil(count / size) - 1 }),
  audit('an action', { action: 'passkey.revoked' }),
  audit('the failures', { outcome: 'FAILURE' }),
  audit('of an instance', { instanceId: 'I0000000000000000000000007' }),
  audit('of a user', { targetKind: 'user', targetId: 'U0000000000000000000000007' }),
  { list: 'tokens', asks: 'the first page', read: readTokens },
  {
    list: 'definitions',
    asks: 'the newest versions',
    read: (sql) => listDefinitionPage(sql, 'bench', { size, newestOnly: true }),
  },
];
