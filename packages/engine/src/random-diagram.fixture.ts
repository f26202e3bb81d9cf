import type { Definition } from './definition.ts';
import {
  alarm,
  catches,
  type Drawn,
  diagram,
  endEvent,
  errorEnd,
  gateway,
  startEvent,
  subProcess,
  task,
  terminateEnd,
} from './diagram.fixture.ts';

/** A sound piece of a diagram: one way in, one way out, and at most one token at any node. */
export type Block =
  | { readonly kind: 'task' | 'pause' | 'nudged' }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop' | 'sub-process' | 'thrower' | 'terminator'; readonly body: Block }
  | { readonly kind: 'caught' | 'timed' | 'timed-scope'; readonly body: Block; readonly handler: Block };

/** Draws a block between a start event and a task `last` before the end event. */
export function drawBlock(block: Block): Definition {
  const pen: Pen = { nodes: { start: startEvent() }, lines: [] };
  join(pen, draw(pen, block, { line: 'start ->' }, undefined), 'last');
  pen.nodes.last = task();
  pen.nodes.end = endEvent();
  return diagram(pen.nodes, ...pen.lines, 'last -> end');
}

type Scope = string | undefined;
type Pen = { readonly nodes: Record<string, Drawn>; readonly lines: string[] };
/** A flow that lacks its target. */
type Loose = { readonly line: string };

const add = (pen: Pen, node: Drawn): string => {
  const id = `n${Object.keys(pen.nodes).length}`;
  pen.nodes[id] = node;
  return id;
};
const join = (pen: Pen, { line }: Loose, target: string): void => {
  pen.lines.push(`${line} ${target}`);
};
const out = (id: string, how = ''): Loose => ({ line: `${id} -> ${how}`.trimEnd() });

function place(pen: Pen, node: Drawn, from: Loose): string {
  const id = add(pen, node);
  join(pen, from, id);
  return id;
}

function draw(pen: Pen, block: Block, from: Loose, scope: Scope): Loose {
  switch (block.kind) {
    case 'task':
      return out(place(pen, task(scope), from));
    case 'pause':
      return out(place(pen, { ...pause, ...(scope === undefined ? {} : { scope }) }, from));
    case 'nudged':
      return drawScope(pen, from, scope, (inside, id) => drawNudged(pen, inside, id)).exit;
    case 'sequence':
      return block.parts.reduce((loose, part) => draw(pen, part, loose, scope), from);
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return drawBranches(pen, block.kind, block.parts, from, scope);
    case 'loop':
      return drawLoop(pen, block.body, from, scope);
    case 'sub-process':
      return drawScope(pen, from, scope, (inside, id) => end(pen, draw(pen, block.body, inside, id), id))
        .exit;
    case 'thrower':
      return drawBreaker(pen, block.body, from, scope, true);
    case 'terminator':
      return drawBreaker(pen, block.body, from, scope, false);
    case 'caught':
    case 'timed':
    case 'timed-scope':
      return drawGuarded(pen, block, from, scope);
  }
}

const pause: Drawn = { kind: 'timer-catch', timer: { kind: 'expression', expression: 'pause' } };

const end = (pen: Pen, from: Loose, scope: Scope): void => {
  place(pen, endEvent(scope), from);
};

function drawScope(pen: Pen, from: Loose, scope: Scope, inside: (from: Loose, id: string) => void) {
  const start = `n${Object.keys(pen.nodes).length + 1}`;
  const id = place(pen, subProcess(start, scope), from);
  add(pen, startEvent(id));
  inside(out(start), id);
  return { id, exit: out(id) };
}

function drawNudged(pen: Pen, from: Loose, scope: string): void {
  const id = place(pen, task(scope), from);
  const nudge = add(pen, alarm(id, 300, false, scope));
  end(pen, out(id), scope);
  end(pen, out(place(pen, task(scope), out(nudge))), scope);
}

function drawBranches(
  pen: Pen,
  kind: 'exclusive' | 'parallel' | 'inclusive',
  parts: readonly Block[],
  from: Loose,
  scope: Scope,
): Loose {
  const split = place(pen, gateway(kind, scope), from);
  const exits = parts.map((part, index) => {
    const how = kind === 'parallel' ? '' : index === 0 ? 'default' : 'if';
    return draw(pen, part, out(split, how), scope);
  });
  const merge = add(pen, gateway(kind, scope));
  for (const exit of exits) join(pen, exit, merge);
  return out(merge);
}

function drawLoop(pen: Pen, body: Block, from: Loose, scope: Scope): Loose {
  const merge = place(pen, gateway('exclusive', scope), from);
  const again = place(pen, gateway('exclusive', scope), draw(pen, body, out(merge), scope));
  join(pen, out(again, 'if'), merge);
  return out(again, 'default');
}

/** A sub-process in which a path beside the body throws an error (caught outside) or terminates everything. */
function drawBreaker(pen: Pen, body: Block, from: Loose, scope: Scope, throws: boolean): Loose {
  const { id, exit } = drawScope(pen, from, scope, (inside, within) => {
    const fork = place(pen, gateway('parallel', within), inside);
    end(pen, draw(pen, body, out(fork), within), within);
    const choice = place(pen, gateway('exclusive', within), out(place(pen, task(within), out(fork))));
    place(pen, throws ? errorEnd('E', within) : terminateEnd(within), out(choice, 'if'));
    end(pen, out(choice, 'default'), within);
  });
  return throws ? mergeWith(pen, exit, out(add(pen, catches(id, 'E', scope))), scope) : exit;
}

/** A task with an error or a timer boundary event, or a sub-process with a timer boundary event. */
function drawGuarded(
  pen: Pen,
  block: Extract<Block, { readonly handler: Block }>,
  from: Loose,
  scope: Scope,
): Loose {
  const isScope = block.kind === 'timed-scope';
  const host = isScope
    ? drawScope(pen, from, scope, (inside, id) => end(pen, draw(pen, block.body, inside, id), id)).id
    : place(pen, task(scope), isScope ? from : draw(pen, block.body, from, scope));
  const boundary = add(
    pen,
    block.kind === 'caught' ? catches(host, 'E', scope) : alarm(host, 500, true, scope),
  );
  return mergeWith(pen, out(host), draw(pen, block.handler, out(boundary), scope), scope);
}

function mergeWith(pen: Pen, one: Loose, other: Loose, scope: Scope): Loose {
  const merge = add(pen, gateway('exclusive', scope));
  join(pen, one, merge);
  join(pen, other, merge);
  return out(merge);
}
