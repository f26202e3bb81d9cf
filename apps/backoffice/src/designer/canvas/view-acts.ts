import type { View } from './canvas.ts';
import { type Making, makeShape } from './make-shape.ts';
import type { Services, Shape } from './services.ts';

type Acts = {
  readonly [Kind in View['kind']]: (making: Making, view: Extract<View, { kind: Kind }>) => void;
};

const levels = { in: 1.25, out: 0.8 };

const acts: Acts = {
  select: ({ ask }, { elements, scroll = true }) => {
    const shapes = elements.map((id) => ask('elementRegistry').get(id)).filter((one) => one !== undefined);
    ask('selection').select(shapes);
    if (scroll) scrollTo(ask('canvas'), shapes[0]);
  },
  zoom: ({ ask }, { to }) => {
    const canvas = ask('canvas');
    if (to === 'fit') fit(canvas);
    else if (to === 'actual') canvas.zoom(1, 'auto');
    else canvas.zoom(Math.min(4, Math.max(0.2, canvas.viewbox().scale * levels[to])), 'auto');
  },
  tool: ({ ask }, { tool }) => void ask('editorActions').trigger(tool, ask('mouse').getLastMoveEvent()),
  find: ({ ask }) => {
    ask('canvas').focus();
    // The search closes on any click: also on the one that asks for it, were it open already.
    setTimeout(() => ask('editorActions').trigger('find'));
  },
  minimap: ({ ask }) => ask('minimap').toggle(),
  resized: ({ ask }) => {
    const canvas = ask('canvas');
    const before = canvas.viewbox().outer;
    canvas.resized();
    const { width, height } = canvas.viewbox().outer;
    // What is chosen stays in view when something takes its room.
    if (width !== before.width || height !== before.height) scrollTo(canvas, ask('selection').get()[0]);
  },
  focus: ({ ask }) => ask('canvas').focus(),
  drag: (making, { entry, event }) => making.ask('create').start(event, makeShape(entry, making)),
};

/** Brings an element into view, with as much round it as there is room for. */
function scrollTo(canvas: Services['canvas'], shape: Shape | undefined): void {
  if (!shape || shape.type === 'bpmn:Process' || !isSeen(canvas)) return;
  const { width, height } = canvas.viewbox().outer;
  canvas.scrollToElement(shape.id, Math.min(120, width / 4, height / 4));
}

/** Fits the diagram into what is seen, never larger than it is drawn, with a margin. */
export function fit(canvas: Services['canvas']): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || !isSeen(canvas)) return;
  const scale = Math.min(1, (0.92 * outer.width) / inner.width, (0.92 * outer.height) / inner.height);
  const [width, height] = [outer.width / scale, outer.height / scale];
  const x = inner.x + (inner.width - width) / 2;
  const y = inner.y + (inner.height - height) / 2;
  canvas.viewbox({ x, y, width, height });
}

/** A canvas that other views hide has no size, by which nothing can be scaled. */
function isSeen(canvas: Services['canvas']): boolean {
  const { width, height } = canvas.viewbox().outer;
  return width > 0 && height > 0;
}

/** Carries out what only changes the view. */
export const look = (making: Making, view: View): void =>
  (acts[view.kind] as (making: Making, view: never) => void)(making, view as never);
