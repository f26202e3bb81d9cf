import { isBlocked, type Line, type Passage, routeAround } from '@latchkey/bpmn';
import BpmnLayouter from 'bpmn-js/lib/features/modeling/BpmnLayouter';
import type { Shape } from '../services.ts';

type Connection = Pick<Shape, 'id' | 'source' | 'target' | 'waypoints' | 'type'>;
type Hints = { readonly source?: Shape; readonly target?: Shape };

/** The layouter of bpmn-js, which knows of no step but the two that a flow connects: where another lies, it goes round. */
class Layouter extends BpmnLayouter {
  static override $inject = ['elementRegistry'];

  override layoutConnection(connection: never, hints: object = {}) {
    const line = super.layoutConnection(connection, hints);
    return (around(connection, hints, line as Line) ?? line) as typeof line;
  }
}

/** A way round, for a flow that goes through something; `undefined` for one that need not. */
function around(connection: Connection, hints: Hints, line: Line): Line | undefined {
  const source = hints.source ?? connection.source;
  const target = hints.target ?? connection.target;
  if (connection.type !== 'bpmn:SequenceFlow' || !source || !target || source === target) return undefined;
  const passage = passageOf(connection, source, target);
  return isBlocked(line, passage) ? routeAround(passage) : undefined;
}

function passageOf({ id }: Connection, source: Shape, target: Shape): Passage {
  const { host } = source;
  const here = source.parent?.children ?? [];
  const own: readonly (Shape | undefined)[] = [source, target, host];
  return {
    ...{ source, target },
    ...(host && { host }),
    others: here.filter((one) => !one.waypoints && !one.labelTarget && !own.includes(one)),
    lines: here.flatMap((one) => (one.waypoints && one.id !== id ? [one.waypoints] : [])),
    opposite: here.find((one) => one.source === target && one.target === source)?.waypoints,
  };
}

export const layouter = { layouter: ['type', Layouter] };
