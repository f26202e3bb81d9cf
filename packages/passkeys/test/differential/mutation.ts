import type { RegistrationExpectations } from '../../src/index.ts';
import type { Alterations, RegistrationResponseJson } from '../../src/soft-authenticator/index.ts';

/** One thing that is different from a good registration. */
export type Mutation = {
  readonly name: string;
  readonly alter?: Alterations;
  readonly response?: (whole: RegistrationResponseJson) => unknown;
  readonly asked?: Partial<RegistrationExpectations>;
};

/** A value in a case's name. */
export const show = (value: unknown): string => JSON.stringify(value) ?? 'missing';
