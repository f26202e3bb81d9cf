type Data = Readonly<Record<string, unknown>>;

/** A user that the session data names. */
export type SessionUser = { readonly id: string; readonly storeName: string; readonly externalId: string };

/** One attempt at a passkey, as the session data keeps it. */
export type Attempt = {
  readonly number: string;
  readonly browserFamily?: string;
  readonly deviceFamily?: string;
  readonly promptedAt?: number;
  readonly browserOutcome?: string;
  readonly browserErrorName?: string;
  readonly browserElapsedMs?: number;
  readonly failure?: string;
  readonly completePasskeyRegistrationResponse?: unknown;
};

/** One check of a process. */
export type CheckView = {
  readonly key: string;
  readonly outcome: 'PASSED' | 'FAILED';
  readonly code?: string;
  readonly at?: number;
};

/** The users that a process has added or read, each once. */
export function usersIn(data: Data): readonly SessionUser[] {
  const users = Object.values(treeAt(data, '_identityStore', 'users')) as readonly SessionUser[];
  const complete = users.filter(
    ({ id, storeName }) => typeof id === 'string' && typeof storeName === 'string',
  );
  return complete.filter(({ id }, place) => complete.findIndex((one) => one.id === id) === place);
}

/** Every attempt at a passkey, in their order. */
export const attemptsIn = (data: Data): readonly Attempt[] =>
  Object.values(treeAt(data, '_identityStore', 'passkeys', 'registrations')).flatMap((entry) =>
    Object.entries(treeAt(entry as Data, 'passkeyRegistrationRecords'))
      .map(([number, record]) => ({ number, ...(record as Omit<Attempt, 'number'>) }))
      .sort((a, b) => Number(a.number) - Number(b.number)),
  );

/** Every check, oldest first. */
export const checksIn = (data: Data): readonly CheckView[] =>
  Object.entries(treeAt(data, '_checks', 'results'))
    .map(([key, check]) => ({ key, ...(check as Omit<CheckView, 'key'>) }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));

function treeAt(data: Data, ...path: readonly string[]): Data {
  const found = path.reduce<unknown>(
    (value, name) => (isTree(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    data,
  );
  return isTree(found) ? found : {};
}

const isTree = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
