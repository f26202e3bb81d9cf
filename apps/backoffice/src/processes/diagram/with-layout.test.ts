import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sketchDefinition } from '@latchkey/bpmn';
import { expect, test } from 'vitest';
import { withLayout } from './with-layout.ts';

const examples = fileURLToPath(new URL('../../../../../examples/', import.meta.url));
const files = readdirSync(examples).filter((name) => name.endsWith('.bpmn'));
const read = (name: string) => readFileSync(`${examples}${name}`, 'utf8');
/** Neither a drawing nor what elements say of their flows, which BPMN leaves open. */
const bareOf = (xml: string) =>
  xml.replace(diagram, '').replace(/<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, '');
const diagram = /<(bpmndi:)BPMNDiagram[\s\S]*<\/\1BPMNDiagram>/;

test.each(files)('%s is drawn when it brings no drawing, and says the same of the process', async (name) => {
  const bare = bareOf(read(name));
  expect(bare).not.toMatch(/BPMNShape|bpmn:outgoing/);
  const drawn = await withLayout(bare);
  const count = (what: RegExp) => drawn.match(what)?.length;
  expect(count(/<bpmndi:BPMNEdge /g)).toBe(count(/<bpmn:sequenceFlow /g));
  expect(await sketchDefinition(drawn, [])).toEqual(await sketchDefinition(bare, []));
});

test.each(files)('%s keeps the drawing that it has', async (name) => {
  expect(await withLayout(read(name))).toBe(read(name));
});
