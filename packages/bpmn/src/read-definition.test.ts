import { describe, expect, test } from 'vitest';
import { readDefinition } from './read-definition.ts';
import { manifests } from './testing/manifests.ts';
import { flowOf, problemsOf, processOf, taskOf } from './testing/problems-of.ts';

const line = (middle: string) =>
  `<bpmn:startEvent id="S"/>${middle}<bpmn:endEvent id="E"/>${flowOf('S', 'T')}${flowOf('T', 'E')}`;
const rulesOf = async (xml: string) =>
  (await problemsOf(xml)).map(({ rule, element }) => `${rule} ${element}`);
const taskFrom = async (task: string) => {
  const { definition } = await readDefinition(processOf(line(task)), manifests);
  return definition.nodes.T;
};

describe('activities', () => {
  test('ours keep their texts, trimmed, and their maps', async () => {
    const xml = `<bpmn:serviceTask id="T"><bpmn:extensionElements><latchkey:activity type="addUser" version="1">
      <latchkey:parameter name="storeName"> demo &amp; more
      </latchkey:parameter><latchkey:parameter name="userKey"><![CDATA[\${"<a>"}]]></latchkey:parameter>
      <latchkey:parameter name="userExternalId"></latchkey:parameter>
      <latchkey:parameter name="userAttributes"><latchkey:entry key="team">\${_initial.team}</latchkey:entry><latchkey:entry key="e"/></latchkey:parameter>
      </latchkey:activity></bpmn:extensionElements></bpmn:serviceTask>`;
    expect(await taskFrom(xml)).toMatchObject({
      kind: 'task',
      activity: {
        type: 'addUser',
        version: 1,
        parameters: {
          storeName: 'demo & more',
          userKey: '${"<a>"}',
          userAttributes: { team: '${_initial.team}', e: '' },
        },
      },
    });
  });

  test('camunda input parameters are imported with their maps, under any prefix', async () => {
    const xml = `<bpmn:userTask id="T" xmlns:c="http://camunda.org/schema/1.0/bpmn" c:modelerTemplate="com.example.addUser"><bpmn:extensionElements><c:inputOutput>
      <c:inputParameter name="storeName">demo</c:inputParameter><c:inputParameter name="userKey">user1</c:inputParameter><c:inputParameter name="userExternalId"/>
      <c:inputParameter name="userAttributes"><c:map><c:entry key="a">1</c:entry><c:entry key="b">\${x}</c:entry></c:map></c:inputParameter>
      </c:inputOutput></bpmn:extensionElements></bpmn:userTask>`;
    expect(await taskFrom(xml)).toMatchObject({
      activity: {
        type: 'addUser',
        version: 1,
        parameters: { storeName: 'demo', userKey: 'user1', userAttributes: { a: '1', b: '${x}' } },
      },
    });
  });

  test.each([
    '<camunda:inputParameter name="storeName"><camunda:script scriptFormat="js">x</camunda:script></camunda:inputParameter>',
    '<camunda:inputParameter name="storeName"><camunda:list><camunda:value>x</camunda:value></camunda:list></camunda:inputParameter>',
    '<camunda:inputParameter name="userAttributes"><camunda:map><camunda:entry key="a"><camunda:script>x</camunda:script></camunda:entry></camunda:map></camunda:inputParameter>',
    '<camunda:outputParameter name="x">y</camunda:outputParameter>',
  ])('refuses to import %s', async (parameter) => {
    const xml = `<bpmn:task id="T" name="Simple Decider"><bpmn:extensionElements><camunda:inputOutput>${parameter}</camunda:inputOutput></bpmn:extensionElements></bpmn:task>`;
    expect(await rulesOf(processOf(line(xml)))).toContain('parameter-unsupported T');
  });

  test('a parameter set twice and an extension of others are refused', async () => {
    const twice = `<bpmn:task id="T"><bpmn:extensionElements><latchkey:activity type="simpleDecider" version="1"><latchkey:parameter name="deriveDecisionFrom">a</latchkey:parameter><latchkey:parameter name="deriveDecisionFrom">b</latchkey:parameter></latchkey:activity></bpmn:extensionElements></bpmn:task>`;
    expect(await rulesOf(processOf(line(twice)))).toEqual(['parameter-repeated T']);
    const listener = `<bpmn:task id="T" name="Simple Decider"><bpmn:extensionElements><camunda:executionListener event="start"/></bpmn:extensionElements></bpmn:task>`;
    expect(await rulesOf(processOf(line(listener)))).toEqual(['extension-unsupported T']);
  });

  test('a version that does not exist is refused and names those that do', async () => {
    const [problem] = await problemsOf(
      processOf(line(taskOf('T', 'simpleDecider').replace('version="1"', 'version="7"'))),
    );
    expect(problem).toMatchObject({ rule: 'unknown-activity', element: 'T', repair: 'Use version 1.' });
  });
});

describe('boundary events', () => {
  const add = taskOf('T', 'addUser', { storeName: 's', userKey: 'u' });
  const read = async (event: string, roots = '') =>
    (await readDefinition(processOf(`${line(add)}${event}${flowOf('B', 'E')}`, roots), manifests)).definition
      .nodes.B;

  test('take their code from the error they refer to', async () => {
    const event = `<bpmn:boundaryEvent id="B" name="anything" attachedToRef="T" cancelActivity="false"><bpmn:errorEventDefinition errorRef="R"/></bpmn:boundaryEvent>`;
    expect(await read(event, '<bpmn:error id="R" errorCode="user.not-added"/>')).toMatchObject({
      attachedTo: 'T',
      interrupting: false,
      trigger: { kind: 'error', errorCode: 'user.not-added' },
    });
  });

  test.each(['<bpmn:errorEventDefinition/>', ''])('else from their label (%j)', async (inner) => {
    const event = `<bpmn:boundaryEvent id="B" name=" extid not unique " attachedToRef="T">${inner}</bpmn:boundaryEvent>`;
    expect(await read(event)).toMatchObject({
      interrupting: true,
      trigger: { kind: 'error', errorCode: 'user.external-id-not-unique' },
    });
  });

  test('timers keep durations, dates and expressions', async () => {
    const event = (inner: string) =>
      `<bpmn:boundaryEvent id="B" attachedToRef="T"><bpmn:timerEventDefinition>${inner}</bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const rule = async (inner: string) => ((await read(event(inner))) as { trigger: unknown }).trigger;
    expect(await rule('<bpmn:timeDuration>PT10M</bpmn:timeDuration>')).toEqual({
      kind: 'timer',
      timer: { kind: 'after', ms: 600_000 },
    });
    expect(await rule('<bpmn:timeDate>1970-01-01T00:00:01Z</bpmn:timeDate>')).toEqual({
      kind: 'timer',
      timer: { kind: 'at', at: 1000 },
    });
    expect(await rule('<bpmn:timeDuration>${_initial.wait}</bpmn:timeDuration>')).toEqual({
      kind: 'timer',
      timer: { kind: 'expression', expression: '${_initial.wait}' },
    });
  });
});

describe('elements', () => {
  test('end events may terminate or raise an error', async () => {
    const xml = `<bpmn:startEvent id="S"/><bpmn:parallelGateway id="G"/><bpmn:endEvent id="A"><bpmn:terminateEventDefinition/></bpmn:endEvent><bpmn:endEvent id="B"><bpmn:errorEventDefinition errorRef="R"/></bpmn:endEvent>${flowOf('S', 'G')}${flowOf('G', 'A')}${flowOf('G', 'B')}`;
    const { definition } = await readDefinition(
      processOf(xml, '<bpmn:error id="R" errorCode="e.1"/>'),
      manifests,
    );
    expect(definition.nodes.A).toMatchObject({
      kind: 'end',
      end: 'terminate',
      incoming: ['G-A'],
      outgoing: [],
    });
    expect(definition.nodes.B).toMatchObject({ kind: 'end', end: 'error', errorCode: 'e.1' });
    expect(definition.nodes.G).toMatchObject({ kind: 'parallel', outgoing: ['G-A', 'G-B'] });
  });

  test('a sub-process keeps its start, and what lies in it its scope', async () => {
    const xml = line(
      `<bpmn:subProcess id="T"><bpmn:startEvent id="IS"/><bpmn:endEvent id="IE"/>${flowOf('IS', 'IE')}</bpmn:subProcess>`,
    );
    const { definition } = await readDefinition(processOf(xml), manifests);
    expect(definition.nodes.T).toMatchObject({ kind: 'sub-process', start: 'IS' });
    expect(definition.nodes.IS).toMatchObject({ kind: 'start', scope: 'T' });
    expect(Object.isFrozen(definition.nodes.IS)).toBe(true);
  });

  test('pools, lanes and notes say nothing about the run', async () => {
    const xml = processOf(
      `<bpmn:laneSet id="L"><bpmn:lane id="La"><bpmn:flowNodeRef>S</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>${line(taskOf('T', 'simpleDecider'))}<bpmn:textAnnotation id="N"><bpmn:text>note</bpmn:text></bpmn:textAnnotation><bpmn:association id="As" sourceRef="T" targetRef="N"/>`,
      '<bpmn:collaboration id="C"><bpmn:participant id="Pa" processRef="P"/></bpmn:collaboration>',
    );
    expect(await problemsOf(xml)).toEqual([]);
  });

  test.each([
    ['<bpmn:scriptTask id="T"><bpmn:script>x</bpmn:script></bpmn:scriptTask>', 'element-unsupported T'],
    ['<bpmn:callActivity id="T"/>', 'element-unsupported T'],
    ['<bpmn:businessRuleTask id="T"/>', 'element-unsupported T'],
    ['<bpmn:eventBasedGateway id="T"/>', 'element-unsupported T'],
    ['<bpmn:complexGateway id="T"/>', 'element-unsupported T'],
    ['<bpmn:transaction id="T"/>', 'element-unsupported T'],
    ['<bpmn:adHocSubProcess id="T"/>', 'element-unsupported T'],
    ['<bpmn:intermediateThrowEvent id="T"/>', 'element-unsupported T'],
    ['<bpmn:dataObject id="X"/><bpmn:task id="T" name="Simple Decider"/>', 'element-unsupported X'],
    [
      '<bpmn:intermediateCatchEvent id="T"><bpmn:messageEventDefinition/></bpmn:intermediateCatchEvent>',
      'event-unsupported T',
    ],
    [
      '<bpmn:task id="T" name="Simple Decider"><bpmn:multiInstanceLoopCharacteristics/></bpmn:task>',
      'element-unsupported T',
    ],
    [
      '<bpmn:task id="T" name="Simple Decider"/><bpmn:sequenceFlow id="F" sourceRef="T"/>',
      'flow-unconnected F',
    ],
    ['<bpmn:task id="T" name="Simple Decider"/><bpmn:nonsense id="N"/>', 'xml D'],
    [
      '<bpmn:task id="T" name="Simple Decider"/><bpmn:sequenceFlow id="F" sourceRef="T" targetRef="gone"/>',
      'xml D',
    ],
  ])('refuses %s', async (element, fault) => {
    expect(await rulesOf(processOf(line(element)))).toContain(fault);
  });

  test.each([
    ['<bpmn:startEvent id="S"><bpmn:timerEventDefinition/></bpmn:startEvent>', 'event-unsupported S'],
    [
      '<bpmn:startEvent id="S"/><bpmn:endEvent id="X"><bpmn:messageEventDefinition/></bpmn:endEvent>',
      'event-unsupported X',
    ],
  ])('refuses %s', async (element, fault) => {
    expect(await rulesOf(processOf(element))).toContain(fault);
  });

  test('messages, message flows and second processes are refused', async () => {
    const rules = await rulesOf(
      processOf(
        line('<bpmn:task id="T" name="Simple Decider"/>'),
        '<bpmn:message id="M"/><bpmn:collaboration id="C"><bpmn:participant id="Pa" processRef="P"/><bpmn:participant id="Pb" processRef="Q"/><bpmn:messageFlow id="MF" sourceRef="Pa" targetRef="Pb"/></bpmn:collaboration><bpmn:process id="Q"/>',
      ),
    );
    expect(rules).toEqual(expect.arrayContaining(['element-unsupported M', 'element-unsupported MF']));
    expect(rules.some((rule) => rule.startsWith('several-processes'))).toBe(true);
  });
});

describe('files', () => {
  test('prefixes are free: only namespaces count', async () => {
    const plain = processOf(line(taskOf('T', 'simpleDecider', { decisionOnAnyFailure: 'REVIEW' })));
    const renamed = plain
      .replaceAll('latchkey:', 'lk:')
      .replaceAll('bpmn:', '')
      .replace('xmlns:bpmn', 'xmlns')
      .replace('xmlns:latchkey', 'xmlns:lk');
    expect(await readDefinition(renamed, manifests)).toEqual(await readDefinition(plain, manifests));
  });

  test('hostile keys of maps are refused', async () => {
    const xml = taskOf('T', 'addUser', {
      storeName: 's',
      userKey: 'u',
      userAttributes: '<latchkey:entry key="__proto__">x</latchkey:entry>',
    });
    expect(await rulesOf(processOf(line(xml)))).toEqual(['wrong-value T']);
  });

  test('more than a thousand faults are counted but not listed', async () => {
    const islands = Array.from({ length: 600 }, (_, index) => taskOf(`N${index}`, 'simpleDecider')).join('');
    await expect(
      readDefinition(processOf(line(taskOf('T', 'simpleDecider')) + islands), manifests),
    ).rejects.toMatchObject({
      detail: 'The diagram has 1200 faults; the first 1000 are listed.',
      errors: { length: 1000 },
    });
  });

  test('the name and documentation of the process are kept', async () => {
    const xml = processOf(line(taskOf('T', 'simpleDecider')))
      .replace('<bpmn:process id="P"', '<bpmn:process id="P" name="My process"')
      .replace('<bpmn:startEvent', '<bpmn:documentation>What it does</bpmn:documentation><bpmn:startEvent');
    expect((await readDefinition(xml, manifests)).meta).toEqual({
      processId: 'P',
      name: 'My process',
      documentation: 'What it does',
    });
  });

  test.each([
    '',
    'hello',
    '<a/>',
    '<bpmn:definitions',
    '{"json": true}',
    processOf('').replace(/<bpmn:process[\s\S]*<\/bpmn:process>/, ''),
    `<!DOCTYPE x>${processOf('')}`,
  ])('refuses to read %j', async (xml) => {
    await expect(readDefinition(xml, manifests)).rejects.toMatchObject({
      code: 'definition.unreadable',
      status: 422,
    });
  });

  test('one id for two elements is refused', async () => {
    const twice = processOf(line(`${taskOf('T', 'simpleDecider')}${taskOf('T', 'simpleDecider')}`));
    await expect(readDefinition(twice, manifests)).rejects.toMatchObject({ status: 422 });
  });
});
