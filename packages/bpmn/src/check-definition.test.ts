import { describe, expect, test } from 'vitest';
import { flowOf, problemsOf, processOf, taskOf } from './testing/problems-of.ts';

const start = '<bpmn:startEvent id="S"/>';
const end = '<bpmn:endEvent id="E"/>';
const decider = (id: string) => taskOf(id, 'simpleDecider');
const form = (id: string) => taskOf(id, 'customDataForm', { dataFormName: 'f' });
const gateway = (kind: string, id: string, attributes = '') =>
  `<bpmn:${kind}Gateway id="${id}" ${attributes}/>`;
const boundary = (id: string, host: string, inner: string, attributes = '') =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" ${attributes}>${inner}</bpmn:boundaryEvent>`;
const error = (code: string) => `<bpmn:error id="Err" errorCode="${code}"/>`;
const caught = '<bpmn:errorEventDefinition errorRef="Err"/>';
const timer = (text: string, kind = 'timeDuration') =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const add = taskOf('T', 'addUser', { storeName: 's', userKey: 'u' });
const line = (middle: string) => `${start}${middle}${end}${flowOf('S', 'T')}${flowOf('T', 'E')}`;
const started = taskOf('T', 'startPasskeyRegistration', {
  passkeyRegistrationKey: 'k1',
  registrationPolicy: 'p',
  relyingPartyId: 'r',
  storeName: 's',
});

/** Name of the fault · the elements · the faults as `rule element [property]` · root elements. */
const refused: readonly (readonly [string, string, readonly string[], string?])[] = [
  ['nothing drawn', '', ['no-start P', 'no-end P']],
  ['no start', `${decider('T')}${end}${flowOf('T', 'E')}`, ['no-start P']],
  ['two starts', `${line(add)}<bpmn:startEvent id="S2"/>${flowOf('S2', 'T')}`, ['several-starts S2']],
  ['no end', `${start}${decider('T')}${flowOf('S', 'T')}`, ['no-end P']],
  ['an island', `${line(add)}${decider('X')}${flowOf('X', 'E')}`, ['unreachable X']],
  ['a dead end', `${line(add)}${decider('X')}${flowOf('T', 'X')}`, ['cannot-reach-end X']],
  [
    'a flow into the start',
    `${line(add)}${flowOf('T', 'S')}`,
    ['flow-into-start S', 'loop-without-waiting S'],
  ],
  [
    'a flow out of the end',
    `${line(add)}${decider('X')}${flowOf('E', 'X')}${flowOf('X', 'E')}`,
    ['flow-out-of-end E', 'loop-without-waiting E'],
  ],
  [
    'a boundary event that leads nowhere',
    line(add) + boundary('B', 'T', caught),
    ['boundary-without-outgoing B'],
    error('user.not-added'),
  ],
  [
    'a code that is never raised',
    line(add) + boundary('B', 'T', caught) + flowOf('B', 'E'),
    ['unknown-boundary-code B errorCode'],
    error('nonsense'),
  ],
  [
    'one error caught twice',
    line(add) + ['B', 'C'].map((id) => boundary(id, 'T', caught) + flowOf(id, 'E')).join(''),
    ['boundary-repeated C'],
    error('user.not-added'),
  ],
  [
    'a boundary event on a gateway',
    `${start}${gateway('exclusive', 'T')}${end}${flowOf('S', 'T')}${flowOf('T', 'E')}${boundary('B', 'T', caught)}${flowOf('B', 'E')}`,
    ['boundary-unattached B'],
    error('x'),
  ],
  ['an unknown activity', line(taskOf('T', 'nonsense')), ['unknown-activity T']],
  ['a task without an activity', line('<bpmn:task id="T" name="Think"/>'), ['unknown-activity T']],
  ['a missing parameter', line(taskOf('T', 'addUser', { storeName: 's' })), ['missing-parameter T userKey']],
  [
    'an empty required parameter',
    line(taskOf('T', 'addUser', { storeName: 's', userKey: '  ' })),
    ['missing-parameter T userKey'],
  ],
  [
    'an unknown parameter',
    line(taskOf('T', 'simpleDecider', { color: 'red', toString: 'x' })),
    ['unknown-parameter T color', 'unknown-parameter T toString'],
  ],
  [
    'a word for a number',
    line(taskOf('T', 'customDataForm', { dataFormName: 'f', dataFormVersion: 'one' })),
    ['wrong-type T dataFormVersion'],
  ],
  [
    'a number out of range',
    line(taskOf('T', 'customDataForm', { dataFormName: 'f', dataFormVersion: '0' })),
    ['wrong-value T dataFormVersion'],
  ],
  [
    'a value that is no choice',
    line(taskOf('T', 'simpleDecider', { decisionOnAnyFailure: 'MAYBE' })),
    ['wrong-value T decisionOnAnyFailure'],
  ],
  [
    'a value that is none of the constants',
    line(taskOf('T', 'addUser', { storeName: 's', userKey: 'u', userStatus: 'ASLEEP' })),
    ['wrong-value T userStatus'],
  ],
  [
    'an expression that does not parse',
    line(taskOf('T', 'customDataForm', { dataFormName: '${a.}' })),
    ['expression-invalid T dataFormName'],
  ],
  [
    'a gateway flow without condition',
    `${start}${gateway('exclusive', 'T', 'default="T-E"')}${decider('X')}${end}${flowOf('S', 'T')}${flowOf('T', 'E')}${flowOf('T', 'X')}${flowOf('X', 'E')}`,
    ['condition-missing T-X condition'],
  ],
  [
    'a gateway without default',
    `${start}${gateway('inclusive', 'T')}${decider('X')}${end}${flowOf('S', 'T')}${flowOf('T', 'E', '${a}')}${flowOf('T', 'X', '${!a}')}${flowOf('X', 'E')}`,
    ['default-missing T default'],
  ],
  [
    'a default with a condition',
    `${start}${gateway('exclusive', 'T', 'default="T-E"')}${decider('X')}${end}${flowOf('S', 'T')}${flowOf('T', 'E', '${a}')}${flowOf('T', 'X', '${b}')}${flowOf('X', 'E')}`,
    ['condition-on-default T default'],
  ],
  [
    'a default that leaves another node',
    `${start}${gateway('exclusive', 'T', 'default="S-T"')}${end}${flowOf('S', 'T')}${flowOf('T', 'E')}`,
    ['default-unknown T default'],
  ],
  [
    'a condition that is plain text',
    `${start}${gateway('exclusive', 'T', 'default="T-E"')}${decider('X')}${end}${flowOf('S', 'T')}${flowOf('T', 'E')}${flowOf('T', 'X', 'a == 1')}${flowOf('X', 'E')}`,
    ['expression-invalid T-X condition'],
  ],
  [
    'a condition behind the start',
    `${start}${add}${end}${flowOf('S', 'T', '${a}')}${flowOf('T', 'E')}`,
    ['condition-not-allowed S-T condition'],
  ],
  [
    'branches of a choice joined in parallel',
    `${start}${gateway('exclusive', 'X', 'default="X-A"')}${decider('A')}${decider('B')}${gateway('parallel', 'J')}${end}${flowOf('S', 'X')}${flowOf('X', 'A')}${flowOf('X', 'B', '${a}')}${flowOf('A', 'J')}${flowOf('B', 'J')}${flowOf('J', 'E')}`,
    ['parallel-deadlock J'],
  ],
  [
    'an end and its interruption joined in parallel',
    `${start}${add}${boundary('B', 'T', caught)}${gateway('parallel', 'J')}${end}${flowOf('S', 'T')}${flowOf('T', 'J')}${flowOf('B', 'J')}${flowOf('J', 'E')}`,
    ['parallel-deadlock J'],
    error('user.not-added'),
  ],
  [
    'a loop that never waits',
    `${start}${add}${gateway('exclusive', 'X', 'default="X-E"')}${end}${flowOf('S', 'T')}${flowOf('T', 'X')}${flowOf('X', 'T', '${a}')}${flowOf('X', 'E')}`,
    ['loop-without-waiting T'],
  ],
  [
    'a form whose ceremony was never started',
    line(taskOf('T', 'passkeyRegistrationForm', { dataFormName: 'f', passkeyRegistrationKey: 'k2' })),
    ['ceremony-not-started T passkeyRegistrationKey'],
  ],
  [
    'a ceremony completed under another key',
    `${start}${started}${taskOf('C', 'completePasskeyRegistration', { passkeyRegistrationKey: 'k2' })}${end}${flowOf('S', 'T')}${flowOf('T', 'C')}${flowOf('C', 'E')}`,
    ['ceremony-not-started C passkeyRegistrationKey'],
  ],
  [
    'a ceremony started only afterwards',
    `${start}${taskOf('C', 'completePasskeyRegistration', { passkeyRegistrationKey: 'k1' })}${started}${end}${flowOf('S', 'C')}${flowOf('C', 'T')}${flowOf('T', 'E')}`,
    ['ceremony-not-started C passkeyRegistrationKey'],
  ],
  [
    'a timer in months',
    line(form('T')) + boundary('B', 'T', timer('P1M')) + flowOf('B', 'E'),
    ['timer-invalid B timer'],
  ],
  [
    'a cycle',
    line(
      `<bpmn:intermediateCatchEvent id="T">${timer('R3/PT1M', 'timeCycle')}</bpmn:intermediateCatchEvent>`,
    ),
    ['timer-invalid T timer'],
  ],
  [
    'a date without offset',
    line(
      `<bpmn:intermediateCatchEvent id="T">${timer('2027-01-01T00:00:00', 'timeDate')}</bpmn:intermediateCatchEvent>`,
    ),
    ['timer-invalid T timer'],
  ],
  [
    'a timer expression that does not parse',
    line(`<bpmn:intermediateCatchEvent id="T">${timer('${a +}')}</bpmn:intermediateCatchEvent>`),
    ['expression-invalid T timer'],
  ],
  ['a sub-process without anything in it', line('<bpmn:subProcess id="T"/>'), ['no-start T', 'no-end T']],
];

describe('a definition that cannot run is refused', () => {
  const cases = refused.map(([name, elements, faults, roots = '']) => ({ name, elements, faults, roots }));
  test.each(cases)('$name', async ({ elements, faults, roots }) => {
    const problems = await problemsOf(processOf(elements, roots));
    expect(
      problems.map(({ rule, element, property = '' }) => `${rule} ${element} ${property}`.trim()),
    ).toEqual(faults);
    for (const { problem, repair } of problems) {
      expect(problem).toMatch(/\.$/);
      expect(repair).toMatch(/\.$/);
    }
  });

  test('with all its faults at once', async () => {
    const problems = await problemsOf(
      processOf(`${start}${taskOf('A', 'addUser', { nonsense: '1' })}${decider('B')}`),
    );
    expect(problems.map(({ rule }) => rule)).toEqual([
      'no-end',
      'unreachable',
      'unreachable',
      'missing-parameter',
      'missing-parameter',
      'unknown-parameter',
    ]);
  });
});

const accepted: readonly (readonly [string, string, string?])[] = [
  ['a line', line(add)],
  [
    'wrapped literals',
    line(
      taskOf('T', 'customDataForm', { dataFormName: 'f', dataFormVersion: '${1}', hideButtons: '${false}' }),
    ),
  ],
  [
    'an expression where a choice belongs',
    line(taskOf('T', 'simpleDecider', { decisionOnAnyFailure: '${_initial.onFailure}' })),
  ],
  [
    'a default in place of a required value',
    `${start}${taskOf('T', 'startPasskeyRegistration', { registrationPolicy: 'p', relyingPartyId: 'r', storeName: 's' })}${taskOf('C', 'completePasskeyRegistration')}${end}${flowOf('S', 'T')}${flowOf('T', 'C')}${flowOf('C', 'E')}`,
  ],
  [
    'a key that only an expression knows',
    `${start}${taskOf('T', 'startPasskeyRegistration', { passkeyRegistrationKey: '${_initial.key}', registrationPolicy: 'p', relyingPartyId: 'r', storeName: 's' })}${taskOf('C', 'completePasskeyRegistration', { passkeyRegistrationKey: 'k9' })}${end}${flowOf('S', 'T')}${flowOf('T', 'C')}${flowOf('C', 'E')}`,
  ],
  [
    'a loop through a form',
    `${start}${form('T')}${gateway('exclusive', 'X', 'default="X-E"')}${end}${flowOf('S', 'T')}${flowOf('T', 'X')}${flowOf('X', 'T', '${a}')}${flowOf('X', 'E')}`,
  ],
  [
    'a loop through a timer',
    `${start}${add}${gateway('exclusive', 'X', 'default="X-E"')}<bpmn:intermediateCatchEvent id="W">${timer('PT1M')}</bpmn:intermediateCatchEvent>${end}${flowOf('S', 'T')}${flowOf('T', 'X')}${flowOf('X', 'W', '${a}')}${flowOf('W', 'T')}${flowOf('X', 'E')}`,
  ],
  [
    'a loop opened by a timer at the border',
    `${start}${add}${end}${flowOf('S', 'T')}${flowOf('T', 'E')}${boundary('B', 'T', timer('PT1M'))}${flowOf('B', 'T')}`,
  ],
  [
    'parallel branches joined',
    `${start}${gateway('parallel', 'X')}${decider('A')}${decider('B')}${gateway('parallel', 'J')}${end}${flowOf('S', 'X')}${flowOf('X', 'A')}${flowOf('X', 'B')}${flowOf('A', 'J')}${flowOf('B', 'J')}${flowOf('J', 'E')}`,
  ],
  [
    'a choice joined exclusively',
    `${start}${gateway('exclusive', 'X', 'default="X-A"')}${decider('A')}${decider('B')}${gateway('exclusive', 'J')}${end}${flowOf('S', 'X')}${flowOf('X', 'A')}${flowOf('X', 'B', '${a}')}${flowOf('A', 'J')}${flowOf('B', 'J')}${flowOf('J', 'E')}`,
  ],
  [
    'a sub-process with an error of its own',
    `${line(`<bpmn:subProcess id="T"><bpmn:startEvent id="IS"/><bpmn:endEvent id="IE">${caught}</bpmn:endEvent>${flowOf('IS', 'IE')}</bpmn:subProcess>`)}${boundary('B', 'T', caught)}${flowOf('B', 'E')}`,
    error('my.own'),
  ],
  [
    'an error caught whatever its code',
    `${line(add)}${boundary('B', 'T', '<bpmn:errorEventDefinition/>')}${flowOf('B', 'E')}`,
  ],
];

const sound = accepted.map(([name, elements, roots = '']) => ({ name, elements, roots }));
test.each(sound)('$name is accepted', async ({ elements, roots }) => {
  expect(await problemsOf(processOf(elements, roots))).toEqual([]);
});
