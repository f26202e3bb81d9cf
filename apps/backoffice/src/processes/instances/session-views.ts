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
};

/** One attempt to sign in with a passkey; the last member tells by which, and whether the person was verified. */
export type SignIn = Attempt & {
  readonly completePasskeyAuthenticationResponse?: {
    readonly passkey: { readonly name: string };
    readonly userVerified?: boolean;
  };
};

/** One check of a process. */
export type CheckView = {
  readonly key: string;
  readonly outcome: 'PASSED' | 'FAILED';
  readonly code?: string;
  readonly activity?: string;
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

/** Every attempt at a new passkey, in their order. */
export const attemptsIn = (data: Data): readonly Attempt[] =>
  recordsIn(data, 'registrations', 'passkeyRegistrationRecords');

/** Every attempt to sign in with a passkey, in their order. */
export const signInsIn = (data: Data): readonly SignIn[] =>
  recordsIn(data, 'authentications', 'passkeyAuthenticationRecords');

const recordsIn = <Each extends Attempt>(data: Data, kind: string, records: string): readonly Each[] =>
  Object.values(treeAt(data, '_identityStore', 'passkeys', kind)).flatMap((entry) =>
    Object.entries(treeAt(entry as Data, records))
      .map(([number, record]) => ({ ...(record as Each), number }))
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
