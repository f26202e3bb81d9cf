import { BpmnModdle } from 'bpmn-moddle';
import { latchkeyModdle } from './latchkey-moddle.ts';

/** BPMN 2.0 with our extension. One for all: it holds only the types, and making it costs milliseconds. */
export const moddle = new BpmnModdle({ latchkey: latchkeyModdle });
