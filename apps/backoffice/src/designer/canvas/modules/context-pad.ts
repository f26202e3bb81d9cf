import type { BpmnElement } from '@latchkey/bpmn';
import { boundaryChoices } from '../../boundary-choice.ts';
import { iconSvg } from '../../icons.ts';
import { designerWords } from '../../words.ts';
import type { Shape } from '../services.ts';
import { type MenuName, type MenuNeeds, openMenu } from './menus.ts';

type PadEntry = {
  readonly group: string;
  readonly title: string;
  readonly html: string;
  readonly action: Readonly<Record<string, (event: MouseEvent) => void>>;
};

/** What stands beside a chosen element: add after, attach, change, connect, delete. */
export function installContextPad(needs: MenuNeeds): void {
  const { ask, change } = needs;
  const menu = (name: MenuName, element: Shape) => (event: MouseEvent) =>
    openMenu(ask, name, element, { x: event.clientX || 0, y: event.clientY || 0 });
  const connect = (element: Shape) => (event: MouseEvent) => ask('connect').start(event, element);
  ask('contextPad').registerProvider({
    getContextPadEntries: (element: Shape) => ({
      ...(mayInsert(element) && {
        append: pad('plus', designerWords.menus.insert, { click: menu('insert', element) }),
      }),
      ...(mayContinue(element) && {
        append: pad('plus', designerWords.menus.append, { click: menu('append', element) }),
        connect: pad('connect', designerWords.menus.connect, {
          click: connect(element),
          dragstart: connect(element),
        }),
      }),
      ...(mayAttach(needs, element) && {
        attach: pad('boundary', designerWords.menus.attach, { click: menu('attach', element) }),
      }),
      ...(mayReplace(element) && {
        replace: pad('swap', designerWords.menus.replace, { click: menu('replace', element) }),
      }),
      remove: pad('trash', designerWords.menus.remove, {
        click: () => change({ kind: 'remove', elements: [element.id] }),
      }),
    }),
    getMultiElementContextPadEntries: (elements: readonly Shape[]) => ({
      remove: pad('trash', designerWords.menus.remove, {
        click: () => change({ kind: 'remove', elements: elements.map(({ id }) => id) }),
      }),
    }),
  });
}

const pad = (icon: string, title: string, action: PadEntry['action']): PadEntry => ({
  group: 'latchkey',
  title,
  html: `<div class="entry lk-pad-entry">${iconSvg(icon)}</div>`,
  action,
});

const isA = (
  element: BpmnElement & { $instanceOf?: (type: string) => boolean },
  ...types: readonly string[]
) => types.some((type) => element.$instanceOf?.(type));

/** Whether a flow may leave it. */
export const mayContinue = ({ businessObject, waypoints, labelTarget }: Shape): boolean =>
  !waypoints && !labelTarget && isA(businessObject, 'bpmn:FlowNode') && !isA(businessObject, 'bpmn:EndEvent');

/** Whether a step can be put onto it. */
export const mayInsert = ({ type, labelTarget }: Shape): boolean =>
  type === 'bpmn:SequenceFlow' && !labelTarget;

export const mayAttach = ({ drawing, manifests }: MenuNeeds, { id, labelTarget }: Shape): boolean => {
  const host = drawing().elements[id];
  return !labelTarget && host !== undefined && boundaryChoices(drawing(), host, manifests).length > 0;
};

export const mayReplace = ({ businessObject, labelTarget }: Shape): boolean =>
  !labelTarget && isA(businessObject, 'bpmn:Task', 'bpmn:Gateway', 'bpmn:EndEvent');
