import { subProcess } from './activities/sub-process.ts';
import { task } from './activities/task.ts';
import type { Behaviour } from './behaviour.ts';
import type { Node } from './definition.ts';
import { boundaryEvent } from './events/boundary.ts';
import { endEvent } from './events/end.ts';
import { startEvent } from './events/start.ts';
import { timerCatch } from './events/timer-catch.ts';
import { exclusive } from './gateways/exclusive.ts';
import { inclusive } from './gateways/inclusive.ts';
import { parallel } from './gateways/parallel.ts';
import type { Place } from './plan.ts';

type NodeOf<Kind> = Node extends infer N
  ? N extends Node
    ? Kind extends N['kind']
      ? N
      : never
    : never
  : never;

/** Every kind of node and what it does. A new BPMN concept is one file and one line here. */
const behaviours: { readonly [Kind in Node['kind']]: Behaviour<NodeOf<Kind>> } = {
  start: startEvent,
  end: endEvent,
  boundary: boundaryEvent,
  'timer-catch': timerCatch,
  task,
  'sub-process': subProcess,
  exclusive,
  parallel,
  inclusive,
};

/** What the node of a place does. The table guarantees that the behaviour fits the node. */
export const behaviourOf = (place: Place): Behaviour => behaviours[place.node.kind] as Behaviour;
