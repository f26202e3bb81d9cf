import { definitionProblems as diagramProblems } from '@latchkey/bpmn';
import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with the stored versions of definitions; faults of the diagram itself are `definition.…`. */
export const definitionProblems = defineProblems({
  'process-definition.not-found': { title: 'There is no such process definition.', status: 404 },
  'process-definition.deployed': { title: 'A deployed version of a process definition stays.', status: 409 },
  'process-definition.not-deployed': {
    title: 'Only a deployed version of a process definition can have a tag.',
    status: 409,
  },
  'process-definition.retention-invalid': { title: 'This is no retention period.', status: 400 },
  'process-definition.changed': { title: 'Somebody else has changed the draft since.', status: 409 },
});

/** The diagram's XML from what a request carries: base64, or the XML itself. Throws `definition.unreadable`. */
export function readDiagram(data: string): string {
  if (data.trimStart().startsWith('<')) return data;
  const compact = data.replaceAll(/\s/g, '');
  const bytes = Buffer.from(compact, 'base64');
  const xml = bytes.toString('utf8');
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(compact) && xml.trimStart().replace('\uFEFF', '').startsWith('<'))
    return xml;
  throw diagramProblems.create('definition.unreadable', {
    errors: [
      { pointer: '/resources/bpmn/data', detail: 'Must be BPMN 2.0 XML, in base64 or as plain text.' },
    ],
  });
}
