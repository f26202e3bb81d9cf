import type { Reference } from '@latchkey/bpmn';
import { describe, expect, test } from 'vitest';
import { isMissing } from './is-missing.ts';

const reference = (kind: Reference['kind'], name: string, version?: number): Reference => ({
  element: 'Task',
  property: 'any',
  kind,
  name,
  ...(version !== undefined && { version }),
});
const listed = (...content: readonly object[]) => ({ content, totalElements: content.length });

describe('what a diagram names', () => {
  test('is missing where the list of what there is lacks it', () => {
    expect(isMissing(reference('registration-policy', 'strict'), listed({ name: 'lax' }))).toBe(true);
    expect(isMissing(reference('registration-policy', 'lax'), listed({ name: 'lax' }))).toBe(false);
  });

  test('is a relying party by its id, not by what people read', () => {
    const parties = listed({ relyingPartyId: 'example.com', name: 'Example' });
    expect(isMissing(reference('relying-party', 'example.com'), parties)).toBe(false);
    expect(isMissing(reference('relying-party', 'Example'), parties)).toBe(true);
  });

  test('is a form in one version, the first where none is drawn', () => {
    const forms = listed({ name: 'form', version: 1 }, { name: 'form', version: 3 });
    expect(isMissing(reference('form', 'form'), forms)).toBe(false);
    expect(isMissing(reference('form', 'form', 2), forms)).toBe(true);
  });

  test('is not told missing from the first page of a longer list', () => {
    expect(isMissing(reference('identity-store', 'b'), { content: [{ name: 'a' }], totalElements: 2 })).toBe(
      false,
    );
  });
});
