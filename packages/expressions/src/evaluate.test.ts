import { Problem } from '@latchkey/kernel';
import { describe, expect, test } from 'vitest';
import { evaluateCondition, evaluateParameter } from './evaluate.ts';
import { parseParameter } from './parse-parameter.ts';

const clientRequest = { rp: { id: 'localhost', name: 'Demo' }, timeout: 300_000, excludeCredentials: [] };
const data = {
  _identityStore: {
    users: { user1: { id: 'U1', externalId: 'ext-1' } },
    passkeys: {
      registrations: {
        passkeyReg1: {
          currentPasskeyRegistrationRecord: {
            startPasskeyRegistrationResponse: { clientRequest, sessionId: 'S1' },
          },
        },
      },
    },
  },
  _forms: { retryForm: { currentForm: { data: { age: 42, tags: ['a', 'b'] } } } },
  _decision: 'PASS',
};

const value = (text: string, on: Record<string, unknown> = data) =>
  evaluateParameter(parseParameter(text), on);
const problem = (text: string, on: Record<string, unknown> = data): Problem => {
  try {
    value(text, on);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error(`has a value: ${text}`);
};

describe('evaluateParameter', () => {
  test('the expression of the guide yields the client request', () => {
    const text =
      '${_identityStore.passkeys.registrations["passkeyReg1"].currentPasskeyRegistrationRecord.startPasskeyRegistrationResponse.clientRequest}';
    expect(value(text)).toEqual(clientRequest);
  });

  test.each([
    ['demoStore', 'demoStore'],
    ['${false}', false],
    ['${3}', 3],
    ['${-1.5}', -1.5],
    ['${null}', null],
    ['${"text"}', 'text'],
    ['${[1, "a", {"b": true}]}', [1, 'a', { b: true }]],
    ['${size(_identityStore.users)}', 1],
    ['${5u}', 5],
    ['${timestamp("2026-01-02T03:04:05Z")}', '2026-01-02T03:04:05.000Z'],
    ['${duration("90s")}', 90_000],
    ['${_decision == "PASS" ? "yes" : "no"}', 'yes'],
    ['${_forms.retryForm.currentForm.data.age + 1}', 43],
    ['${2 * _forms.retryForm.currentForm.data.age - 4}', 80],
    ['${_forms.retryForm.currentForm.data.tags[1]}', 'b'],
    ['${_forms.retryForm.currentForm.data.tags.map(t, t + "!")}', ['a!', 'b!']],
    ['${_forms.retryForm.currentForm.data.tags.exists(t, t == "b")}', true],
    ['${[1, 2, 3].filter(x, x > 1).map(x, x * 2)}', [4, 6]],
    ['${[[1, 2], [3]].map(x, x.map(y, y + 1))}', [[2, 3], [4]]],
    ['${(1 + 2) * 3 == 9 && !false || false}', true],
    ['Hello ${_identityStore.users.user1.externalId}, ${1 + 1}', 'Hello ext-1, 2'],
    ['${null} and ${[1]}', ' and [1]'],
    ['${"${"}x', '${x'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test('an absent member is a failure that names the path', () => {
    const thrown = problem('${_identityStore.users["nobody"].id}');
    expect(thrown.code).toBe('expression.failed');
    expect(thrown.facts.path).toBe('_identityStore.users["nobody"]');
    expect(thrown.detail).toContain('_identityStore.users["nobody"]');
    expect(problem('${nothing.here}').facts.path).toBe('nothing');
  });

  test('has() and in ask for what may be absent, also behind an index', () => {
    expect(value('${has(_identityStore.users["user1"].id)}')).toBe(true);
    expect(value('${has(_identityStore.users["user1"].email)}')).toBe(false);
    expect(value('${"nobody" in _identityStore.users}')).toBe(false);
  });

  test('members of prototypes do not exist', () => {
    for (const name of ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])
      expect(problem(`\${${name}}`).code).toBe('expression.failed');
    for (const key of ['toString', '__proto__', 'constructor'])
      expect(problem('${a[k]}', { a: {}, k: key }).code).toBe('expression.failed');
    expect(problem('${a.length}', { a: 'text' }).code).toBe('expression.failed');
    expect(problem('${a.length}', { a: [1] }).code).toBe('expression.failed');
  });

  test('hostile members of the data are left out of results', () => {
    const hostile = JSON.parse('{"a":{"__proto__":{"admin":true},"b":1}}');
    expect(value('${a}', hostile)).toEqual({ b: 1 });
    expect(Object.hasOwn(value('${a}', hostile) as object, '__proto__')).toBe(false);
  });

  test('a result is a copy: changing it does not change the data', () => {
    const source = { a: { b: [1] } };
    (value('${a}', source) as typeof source.a).b.push(2);
    expect(source.a.b).toEqual([1]);
  });

  test('numbers that JSON cannot keep are failures', () => {
    expect(problem('${9007199254740993}').code).toBe('expression.failed');
    expect(problem('${1.0 / 0.0}').code).toBe('expression.failed');
    expect(problem('${1 / 0}').code).toBe('expression.failed');
    expect(problem('${a}', { a: () => 1 }).code).toBe('expression.failed');
  });

  test('loops stop at the limit of work, also where CEL would swallow the failure', () => {
    const list = Array.from({ length: 300 }, (_, index) => index);
    for (const text of [
      '${l.map(a, l.map(b, l.map(c, 1)))}',
      '${l.exists(a, l.exists(b, l.exists(c, c == -1)))}',
      '${l.exists(a, l.exists(b, b == -1)) || true}',
      '${l.all(a, l == l)}',
    ])
      expect(problem(text, { l: list }).code).toBe('expression.limit-exceeded');
    const long = 'x'.repeat(60_000);
    expect(problem('${l.map(a, s + s)}', { l: list, s: long }).code).toBe('expression.limit-exceeded');
    expect(problem('${l.map(a, s.upperAscii())}', { l: list, s: long }).code).toBe(
      'expression.limit-exceeded',
    );
  });

  test('results stop at 64 KiB', () => {
    expect(value('${s}', { s: 'x'.repeat(65_000) })).toHaveLength(65_000);
    expect(problem('${s}', { s: 'x'.repeat(66_000) }).code).toBe('expression.limit-exceeded');
    expect(problem('${s}${s}', { s: 'x'.repeat(40_000) }).code).toBe('expression.limit-exceeded');
  });

  test('two thousand different expressions stay right although only a thousand are kept', () => {
    for (let round = 0; round < 2; round++)
      for (let index = 0; index < 2000; index++) expect(value(`\${${index} + 1}`)).toBe(index + 1);
  });
});

describe('evaluateCondition', () => {
  test('yields true or false', () => {
    expect(evaluateCondition('${_decision == "PASS"}', data)).toBe(true);
    expect(evaluateCondition(parseParameter('${_decision in ["FAIL", "REVIEW"]}'), data)).toBe(false);
  });

  test.each(['${_decision}', '${1}', '${null}', '${[true]}', 'true', '${true} '.repeat(2)])(
    'refuses to decide by %s',
    (text) => {
      expect(() => evaluateCondition(text, data)).toThrow(
        expect.objectContaining({ code: 'expression.not-boolean' }),
      );
    },
  );

  test('an absent member is a failure, not false', () => {
    expect(() => evaluateCondition('${_checks.x == 1}', data)).toThrow(
      expect.objectContaining({ code: 'expression.failed' }),
    );
  });
});
