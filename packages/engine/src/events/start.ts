import type { Behaviour } from '../behaviour.ts';
import type { StartEvent } from '../definition.ts';
import { leave } from '../flows/leave.ts';

/** A start event passes its token on (BPMN 2.0.2 section 13.5.1). */
export const startEvent: Behaviour<StartEvent> = { enter: leave, leave };
