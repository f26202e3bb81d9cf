import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseParameter } from '@latchkey/expressions';
import { describe, expect, test } from 'vitest';
import { latchkeyNamespace } from './latchkey-moddle.ts';
import { readDefinition } from './read-definition.ts';
import { references } from './references.ts';
import { manifests } from './testing/manifests.ts';
import { writeDefinition } from './write-definition.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples');
const read = (file: string) => readFileSync(path.join(examples, file), 'utf8');
const guide = read('passkey-registration.bpmn');

describe('the example of the guide', () => {
  test('can run, and holds its activities', async () => {
    const { definition, meta } = await readDefinition(guide, manifests);
    expect(meta).toMatchObject({ processId: 'PasskeyRegistration', name: 'Passkey Registration' });
    const tasks = Object.values(definition.nodes).filter((node) => node.kind === 'task');
    expect(tasks.map(({ activity }) => activity.type)).toEqual([
      'addUser',
      'startPasskeyRegistration',
      'passkeyRegistrationForm',
      'completePasskeyRegistration',
      'simpleDecider',
      'customDataForm',
    ]);
  });

  test('lets who cancels try again and everything else decide', async () => {
    const { definition } = await readDefinition(guide, manifests);
    const ways = Object.values(definition.nodes)
      .filter((node) => node.kind === 'boundary')
      .map((event) => {
        const code = event.trigger.kind === 'error' ? event.trigger.errorCode : 'timer';
        return `${event.attachedTo} ${code} -> ${definition.flows[event.outgoing[0] ?? '']?.target}`;
      });
    expect(ways).toEqual([
      'AddUser user.not-added -> SimpleDecider',
      'AddUser user.external-id-not-unique -> SimpleDecider',
      'StartPasskeyRegistration identity-store.unavailable -> SimpleDecider',
      'PasskeyRegistrationForm form.timed-out -> SimpleDecider',
      'CompletePasskeyRegistration passkey.cancelled -> CustomDataForm',
      'CompletePasskeyRegistration identity-store.unavailable -> SimpleDecider',
      'CustomDataForm form.timed-out -> SimpleDecider',
    ]);
    expect(definition.flows.Flow_Retry).toEqual({
      id: 'Flow_Retry',
      source: 'CustomDataForm',
      target: 'PasskeyRegistrationForm',
    });
  });

  test('drawn with camunda input parameters gives the same definition', async () => {
    const imported = await readDefinition(read('passkey-registration-camunda.bpmn'), manifests);
    expect(imported).toEqual(await readDefinition(guide, manifests));
  });

  test('is drawn completely: a shape for each node, an edge for each flow', async () => {
    const { definition } = await readDefinition(guide, manifests);
    for (const file of ['passkey-registration.bpmn', 'passkey-registration-camunda.bpmn']) {
      const drawn = [...read(file).matchAll(/<bpmndi:BPMN(?:Shape|Edge) [^>]*bpmnElement="([^"]+)"/g)];
      expect(drawn.map(([, id]) => id).sort()).toEqual(
        [...Object.keys(definition.nodes), ...Object.keys(definition.flows)].sort(),
      );
    }
  });

  test('survives being written and read, with a drawing and without', async () => {
    const { definition, meta } = await readDefinition(guide, manifests);
    for (const layout of [true, false]) {
      const xml = await writeDefinition(definition, { ...meta, layout });
      expect(await readDefinition(xml, manifests)).toEqual({ definition, meta });
      expect(xml.includes('BPMNShape')).toBe(layout);
    }
  });

  test('names forms that lie beside it', async () => {
    const { definition } = await readDefinition(guide, manifests);
    const forms = references(definition).filter(({ kind }) => kind === 'form');
    expect(forms.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'passkeyRegistrationForm 1',
      'passkeyRetryForm 1',
    ]);
    const ids = (file: string) =>
      (JSON.parse(read(file)) as { components: { id: string }[] }).components.map(({ id }) => id);
    expect(ids('forms/passkey-registration-form.json')).toEqual(['userName', 'displayName']);
    expect(ids('forms/passkey-retry-form.json')).toEqual(['paragraph']);
  });
});

describe('the guide for identity engineers', () => {
  const text = readFileSync(path.resolve(examples, '../docs/guides/identity-engineer.md'), 'utf8');
  const snippets = [...text.matchAll(/```xml\n([\s\S]*?)```/g)].map(([, xml]) => xml as string);

  test('shows tasks that can run', async () => {
    expect(snippets.length).toBeGreaterThan(0);
    for (const task of snippets) {
      const id = /id="(\w+)"/.exec(task)?.[1];
      const xml = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:latchkey="${latchkeyNamespace}" id="d" targetNamespace="x">
<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/>${task}<bpmn:endEvent id="e"/>
<bpmn:sequenceFlow id="a" sourceRef="s" targetRef="${id}"/><bpmn:sequenceFlow id="b" sourceRef="${id}" targetRef="e"/>
</bpmn:process></bpmn:definitions>`;
      const { definition } = await readDefinition(xml, manifests);
      expect(definition.nodes[id ?? '']).toMatchObject({ kind: 'task' });
    }
  });

  test('writes expressions that can be read', () => {
    const expressions = [...text.matchAll(/`(\$\{[^}`]+\})`/g)].map(([, one]) => one as string);
    const written = expressions.filter((one) => !one.includes('…'));
    expect(written.length).toBeGreaterThan(1);
    for (const one of written) expect(() => parseParameter(one), one).not.toThrow();
  });
});
