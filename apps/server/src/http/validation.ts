import type { FieldError } from '@latchkey/kernel';
import { Ajv, type ErrorObject } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { refuseUnsafeText } from './plain-json.ts';

const options = { allErrors: true, strict: false, validateFormats: false, removeAdditional: false } as const;
const exact = new Ajv({ ...options, coerceTypes: false, useDefaults: false });
/** Path and query are texts, so numbers and single values are read out of them. */
const lenient = new Ajv({ ...options, coerceTypes: 'array', useDefaults: true });

/** How Fastify checks a part of a request by its schema. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if (httpPart === 'body') return exact.compile(schema);
  const check = lenient.compile(schema);
  const validate = (value: unknown) => {
    refuseUnsafeValues(value as Record<string, unknown>);
    return check(value) ? true : { error: failed(check.errors ?? []) };
  };
  return validate;
};

function refuseUnsafeValues(values: Record<string, unknown>): void {
  for (const name in values) {
    const value = values[name];
    if (typeof value === 'string') refuseUnsafeText(value);
    else if (Array.isArray(value)) value.forEach(refuseUnsafeText);
  }
}

const failed = (errors: readonly ErrorObject[]) =>
  Object.assign(new Error('invalid'), { validation: errors });

/** The part of a validation failure that Fastify hands over. */
export type ValidationFailure = {
  readonly validation: readonly ErrorObject[];
  readonly validationContext?: string;
};

const prefixes: Readonly<Record<string, string>> = { querystring: '/query', params: '/path' };
const maxErrors = 20;

/** The faults as pointers and sentences; those of query and path under `/query` and `/path`. */
export function fieldErrors({ validation, validationContext }: ValidationFailure): readonly FieldError[] {
  const prefix = prefixes[validationContext ?? 'body'] ?? '';
  return validation.slice(0, maxErrors).map((error) => ({
    pointer: `${prefix}${error.instancePath}${named(error)}`,
    detail:
      error.keyword === 'additionalProperties' ? 'is not known' : (error.message ?? 'is not as described'),
  }));
}

function named({ keyword, params }: ErrorObject): string {
  const name = keyword === 'required' ? params.missingProperty : params.additionalProperty;
  return name === undefined ? '' : `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
