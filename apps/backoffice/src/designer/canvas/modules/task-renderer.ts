import { readActivity } from '@latchkey/bpmn';
import { hueOf, outlineOf } from '../../icons.ts';
import type { Manifest } from '../../manifest.ts';
import type { Ask, Shape } from '../services.ts';

/** Above bpmn-js's own renderer, which draws everything else. */
const priority = 1500;

/** Draws tasks as cards: the activity's icon on its group's colour, and the name; and labels as wide as they need. */
export function installTaskRenderer(ask: Ask, manifests: readonly Manifest[]): void {
  ask('eventBus').on('render.shape', priority, (_event: never, context: Rendering) => {
    const { gfx, element } = context;
    if (element.labelTarget) return drawLabel(gfx, element, ask);
    const isTask = element.businessObject?.$instanceOf?.('bpmn:Task');
    return isTask ? drawCard(gfx, element, manifests, ask) : undefined;
  });
}

/** Files of other tools give labels the width that their own type needs. */
const labelWidth = 90;

function drawLabel(gfx: SVGElement, { width, businessObject }: Shape, ask: Ask): SVGElement {
  const box = { width: Math.max(width, labelWidth), height: 30 };
  const text = ask('textRenderer').createText(businessObject.name ?? '', {
    box,
    align: 'center-top',
    style: { ...ask('textRenderer').getExternalStyle(), fill: 'var(--lk-canvas-text)' },
  });
  text.setAttribute('transform', `translate(${(width - box.width) / 2} 0)`);
  gfx.append(text);
  return text;
}

type Rendering = { readonly gfx: SVGElement; readonly element: Shape };

function drawCard(gfx: SVGElement, element: Shape, manifests: readonly Manifest[], ask: Ask): SVGElement {
  const { width, height, businessObject } = element;
  const use = readActivity(businessObject, manifests, () => undefined);
  const manifest = manifests.find(({ id, version }) => id === use.type && version === use.version);
  const group = svg('g', {
    class: 'lk-card',
    'data-hue': hueOf(manifest?.group ?? ''),
    'data-known': manifest ? 'yes' : 'no',
  });
  const card = svg('rect', { class: 'lk-card-face', x: 0, y: 0, width, height, rx: 12, ry: 12 });
  group.append(card, ...drawIcon(element, manifest?.icon ?? 'task'), drawName(element, manifest, ask));
  gfx.append(group);
  return card;
}

const tile = 36;
const isWide = ({ width }: Shape): boolean => width >= 150;

function drawIcon(element: Shape, icon: string): readonly SVGElement[] {
  const side = isWide(element) ? tile : 20;
  const x = isWide(element) ? 14 : (element.width - side) / 2;
  const y = isWide(element) ? (element.height - side) / 2 : 7;
  const scale = (side * 0.62) / 24;
  const inset = (side - 24 * scale) / 2;
  return [
    svg('rect', { class: 'lk-card-tile', x, y, width: side, height: side, rx: side / 4, ry: side / 4 }),
    svg('path', {
      class: 'lk-card-icon',
      d: outlineOf(icon),
      transform: `translate(${x + inset} ${y + inset}) scale(${scale})`,
    }),
  ];
}

function drawName(element: Shape, manifest: Manifest | undefined, ask: Ask): SVGElement {
  const left = isWide(element) ? 14 + tile + 10 : 6;
  const top = isWide(element) ? 0 : 28;
  const box = {
    width: element.width - left - (isWide(element) ? 10 : 6),
    height: element.height - top - (isWide(element) ? 0 : 4),
  };
  const text = ask('textRenderer').createText(element.businessObject.name || manifest?.label || '', {
    box,
    align: isWide(element) ? 'left-middle' : 'center-top',
    padding: 0,
    style: {
      fill: 'var(--lk-canvas-text)',
      fontSize: isWide(element) ? 12 : 10.5,
      fontWeight: '600',
      lineHeight: 1.25,
    },
  });
  const group = svg('g', { transform: `translate(${left} ${top})` });
  group.append(text);
  return group;
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
