import type { ClientRequest } from '@latchkey/passkeys';
import { describe, expect, test } from 'vitest';
import { failedChecks, recordCheck } from './checks.ts';
import { recordDecision } from './decision.ts';
import { currentForm, recordForm } from './forms.ts';
import {
  addRegistration,
  changeRegistration,
  currentRegistration,
  hasRegistered,
} from './passkey-registrations.ts';
import { readPath, type SessionData, writePath } from './session-data.ts';
import { recordUser, userOf } from './users.ts';

const record = (sessionId: string) => ({
  userId: 'U',
  storeName: 'store',
  startPasskeyRegistrationResponse: {
    clientRequest: { rp: { name: 'n', id: 'localhost' } } as ClientRequest,
    sessionId,
  },
});

describe('session data', () => {
  test('is replaced, never changed', () => {
    const before = Object.freeze({ _forms: Object.freeze({ a: 1 }) });
    expect(writePath(before, ['_forms', 'b', 'c'], 2)).toEqual({ _forms: { a: 1, b: { c: 2 } } });
    expect(before).toEqual({ _forms: { a: 1 } });
  });

  test('reads own members only', () => {
    expect(readPath({}, ['constructor', 'name'])).toBeUndefined();
    expect(readPath({ a: 'text' }, ['a', 'length'])).toBeUndefined();
  });

  test('keeps the current passkey registration and every attempt under the documented path', () => {
    let data = addRegistration({}, 'passkeyReg1', record('first'));
    data = changeRegistration(data, 'passkeyReg1', { browserOutcome: 'cancelled' });
    data = addRegistration(data, 'passkeyReg1', record('second'));
    const path = ['_identityStore', 'passkeys', 'registrations', 'passkeyReg1'];
    expect(
      readPath(data, [
        ...path,
        'currentPasskeyRegistrationRecord',
        'startPasskeyRegistrationResponse',
        'sessionId',
      ]),
    ).toBe('second');
    expect(readPath(data, [...path, 'passkeyRegistrationRecords', '1'])).toMatchObject({
      browserOutcome: 'cancelled',
      startPasskeyRegistrationResponse: { sessionId: 'first' },
    });
    expect(hasRegistered(data)).toBe(false);
    const done = changeRegistration(data, 'passkeyReg1', {
      completePasskeyRegistrationResponse: { id: 'P' },
    });
    expect(hasRegistered(done)).toBe(true);
    expect(currentRegistration(done, 'passkeyReg1')).toEqual(
      readPath(done, [...path, 'passkeyRegistrationRecords', '2']),
    );
  });

  test('keeps the current form and every submission', () => {
    const form = { name: 'f', version: 1, submittedAt: 1 };
    let data = recordForm({}, 'form1', { ...form, visit: 't1', data: { userName: 'x' } });
    data = recordForm(data, 'form1', { ...form, visit: 't1', data: { userName: 'a' } });
    data = recordForm(data, 'form1', { ...form, visit: 't2', data: { userName: 'b' } });
    expect(currentForm(data, 'form1')?.data).toEqual({ userName: 'b' });
    expect(readPath(data, ['_forms', 'form1', 'forms', '1', 'data', 'userName'])).toBe('a');
  });

  test('keeps no more than the latest attempts, under their own numbers', () => {
    let data: SessionData = {};
    for (let at = 1; at <= 60; at += 1) data = addRegistration(data, 'k', record(`session ${at}`));
    const records = readPath(data, [
      '_identityStore',
      'passkeys',
      'registrations',
      'k',
      'passkeyRegistrationRecords',
    ]);
    expect(Object.keys(records as object)).toHaveLength(50);
    expect(Object.keys(records as object).at(-1)).toBe('60');
    expect(Object.keys(records as object)[0]).toBe('11');
  });

  test('a later success of the same key supersedes a failed check', () => {
    let data = recordCheck({}, 'form:form1', { outcome: 'FAILED', activity: 'customDataForm', at: 2 });
    data = recordCheck(data, 'user:user1', { outcome: 'FAILED', activity: 'addUser', code: 'x.y', at: 1 });
    expect(failedChecks(data).map((check) => check.activity)).toEqual(['addUser', 'customDataForm']);
    data = recordCheck(data, 'user:user1', { outcome: 'PASSED', activity: 'getUser', at: 3 });
    expect(failedChecks(data).map((check) => check.activity)).toEqual(['customDataForm']);
  });

  test('a decision is there for conditions, for the API and among the checks', () => {
    const data = recordDecision(
      recordUser({}, 'user1', { id: 'U', externalId: 'e', storeName: 's' }),
      'REVIEW',
    );
    expect(data).toMatchObject({
      decision: 'REVIEW',
      _decision: 'REVIEW',
      _checks: { overallOutcome: 'REVIEW' },
    });
    expect(userOf(data, 'user1')?.id).toBe('U');
  });
});
