import { type FormDocument, parseForm } from '@latchkey/forms';
import type { Sql } from '../db/sql.ts';
import { formVersionProblems } from './form-problems.ts';
import { findDeployedForm } from './forms.sql.ts';

/** Documents kept in memory. */
const most = 500;

/**
 * Reads the document of a deployed version. Versions never change, so each is read and parsed once.
 * Throws `form.not-found`.
 */
export function readForm() {
  const known = new Map<string, FormDocument>();
  return async (sql: Sql, tenant: string, name: string, version: number): Promise<FormDocument> => {
    const key = JSON.stringify([tenant, name, version]);
    const kept = known.get(key);
    if (kept) return kept;
    const text = await findDeployedForm(sql, tenant, name, version);
    if (text === undefined) {
      throw formVersionProblems.create('form.not-found', { detail: `Form ${name}, version ${version}.` });
    }
    const document = parseForm(text);
    if (known.size >= most) known.clear();
    known.set(key, document);
    return document;
  };
}
export type ReadForm = ReturnType<typeof readForm>;
