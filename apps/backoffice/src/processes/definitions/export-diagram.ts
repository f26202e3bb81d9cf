import { getProcessDefinition, type ProcessDefinitionVersion } from '@latchkey/contract';
import { call } from '../../api/call.ts';
import { saveFile } from '../save-file.ts';
import { textOfBase64 } from './text-of-base64.ts';

/** Saves the diagram of a version as a BPMN file. Throws what the call throws. */
export async function exportDiagram({ id, name, version }: ProcessDefinitionVersion): Promise<void> {
  const { resources } = await call(getProcessDefinition, { params: { id } });
  saveFile(`${name}-${version}.bpmn`, textOfBase64(resources.bpmn.data), 'application/xml');
}
