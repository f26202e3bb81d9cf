import type { ProcessDefinition } from '@latchkey/contract';

/** A diagram as the API takes it. */
export const diagramResource = (data: string) => ({ bpmn: { data, type: 'BPMN' as const } });

/** The XML in a definition: the API answers base64 of UTF-8. */
export const xmlOf = ({ resources }: Pick<ProcessDefinition, 'resources'>): string =>
  new TextDecoder().decode(Uint8Array.from(atob(resources.bpmn.data), (char) => char.charCodeAt(0)));
