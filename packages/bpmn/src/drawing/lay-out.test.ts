import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockedFlows } from '../../../../test/support/blocked-flows.ts';
import { layOut } from './lay-out.ts';

const folder = new URL('../../../../examples/', import.meta.url);
const examples = readdirSync(folder).filter((file) => file.endsWith('.bpmn'));

const node = (type: string, id: string, flows: string) => `<bpmn:${type} id="${id}">${flows}</bpmn:${type}>`;
const into = (id: string) => `<bpmn:incoming>${id}</bpmn:incoming>`;
const out = (id: string) => `<bpmn:outgoing>${id}</bpmn:outgoing>`;
const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;

/** A form that is shown again: after a failure at once, or by way of another form. */
const retry = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="x">
  <bpmn:process id="P">
    ${node('startEvent', 'Start', out('f1'))}
    ${node('task', 'Ask', into('f1') + into('again') + into('back') + out('f2'))}
    ${node('task', 'Check', into('f2') + out('f3'))}
    ${node('task', 'Explain', into('f4') + out('back'))}
    ${node('endEvent', 'End', into('f3'))}
    <bpmn:boundaryEvent id="Closed" attachedToRef="Ask">${out('again')}<bpmn:errorEventDefinition /></bpmn:boundaryEvent>
    <bpmn:boundaryEvent id="Refused" attachedToRef="Check">${out('f4')}<bpmn:errorEventDefinition /></bpmn:boundaryEvent>
    ${flow('f1', 'Start', 'Ask')}${flow('f2', 'Ask', 'Check')}${flow('f3', 'Check', 'End')}
    ${flow('f4', 'Refused', 'Explain')}${flow('back', 'Explain', 'Ask')}${flow('again', 'Closed', 'Ask')}
  </bpmn:process>
</bpmn:definitions>`;

describe('a diagram that is laid out', () => {
  test('leads a loop round its own host and what is attached there', async () => {
    expect(await blockedFlows(await layOut(retry))).toEqual([]);
  });

  test.each(examples)('leads no flow of %s through a step', async (file) => {
    expect(await blockedFlows(await layOut(readFileSync(new URL(file, folder), 'utf8')))).toEqual([]);
  });
});
