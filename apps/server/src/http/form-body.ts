import { refuseUnsafeText } from './plain-json.ts';
import { requestProblems } from './request-problems.ts';

/** Parses application/x-www-form-urlencoded; a parameter that comes twice is refused (RFC 6749 section 3.2). */
export function parseForm(text: string): Readonly<Record<string, string>> {
  const form: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in form) throw requestProblems.create('request.invalid', { detail: 'A parameter comes twice.' });
    refuseUnsafeText(name);
    refuseUnsafeText(value);
    form[name] = value;
  }
  return { ...form };
}
