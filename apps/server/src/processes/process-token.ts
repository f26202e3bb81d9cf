import { defineProblems } from '@latchkey/kernel';

export type TokenType = 'UNLIMITED' | 'MULTI_USE_COUNT_LIMITED' | 'MULTI_USE_TIME_LIMITED';

/** What lets somebody start a definition. */
export type ProcessToken = {
  readonly tenant: string;
  /** By which rows and the audit name it; starts nothing. */
  readonly key: string;
  readonly name: string;
  /** Empty where it follows a tag. */
  readonly definitionName: string | null;
  readonly definitionVersion: number | null;
  readonly definitionTag: string | null;
  readonly uiUrl: string | null;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly type: TokenType;
  readonly maxCount: number | null;
  readonly counter: number;
  /** Milliseconds. */
  readonly notBeforeAt: number | null;
  readonly notAfterAt: number | null;
  /** ISO 8601. */
  readonly maxProcessDuration: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** A token with the deployed definition that it starts now. */
export type StartableToken = ProcessToken & { readonly definitionId: string };

export const tokenProblems = defineProblems({
  'process-token.not-found': { title: 'There is no such process token.', status: 404 },
  'process-token.name-not-unique': { title: 'Another process token has this name.', status: 409 },
  'process-token.invalid': { title: 'The process token is not as described.', status: 400 },
  'process-token.inactive': { title: 'The process token is not active.', status: 409 },
  'process-token.not-yet-valid': { title: 'The process token is not valid yet.', status: 409 },
  'process-token.expired': { title: 'The process token is no longer valid.', status: 409 },
  'process-token.used-up': { title: 'The process token has been used as often as it may be.', status: 409 },
  'process-token.definition-missing': {
    title: 'The process token names a definition of which no version is deployed.',
    status: 409,
  },
  'process-token.unreadable': {
    title: 'The secret key of this server does not open the id of the process token.',
    status: 503,
  },
  'process-token.tag-missing': { title: 'The tag that the process token follows is gone.', status: 409 },
});

export type TokenRefusal = Extract<
  keyof typeof tokenProblems.kinds,
  `process-token.${'inactive' | 'not-yet-valid' | 'expired' | 'used-up'}`
>;

const rules: readonly {
  readonly code: TokenRefusal;
  readonly refuses: (token: ProcessToken, now: number) => boolean;
}[] = [
  { code: 'process-token.inactive', refuses: ({ status }) => status !== 'ACTIVE' },
  {
    code: 'process-token.not-yet-valid',
    refuses: ({ notBeforeAt }, now) => notBeforeAt !== null && now < notBeforeAt,
  },
  {
    code: 'process-token.expired',
    refuses: ({ notAfterAt }, now) => notAfterAt !== null && now >= notAfterAt,
  },
  {
    code: 'process-token.used-up',
    refuses: (token) => isCounted(token) && token.counter >= (token.maxCount ?? 0),
  },
];

/** Why a token starts nothing at the moment; `undefined` when it does. */
export const refusalOf = (token: ProcessToken, now: number): TokenRefusal | undefined =>
  rules.find(({ refuses }) => refuses(token, now))?.code;

/** Whether each start uses it up a little. */
export const isCounted = ({ type }: Pick<ProcessToken, 'type'>): boolean =>
  type === 'MULTI_USE_COUNT_LIMITED';
