import type { Shape } from '../services.ts';
import { mayAttach, mayContinue, mayInsert, mayReplace } from './context-pad.ts';
import { type MenuName, type MenuNeeds, openMenu } from './menus.ts';

/** Before bpmn-js's own keys. */
const priority = 2000;

const may: Readonly<Record<MenuName, (needs: MenuNeeds, element: Shape) => boolean>> = {
  append: (_, element) => mayContinue(element),
  insert: (_, element) => mayInsert(element),
  attach: mayAttach,
  replace: (_, element) => mayReplace(element),
  add: () => true,
};

const keys: Readonly<Record<string, MenuName>> = { a: 'append', b: 'attach', r: 'replace', n: 'add' };

/** Single keys on the canvas: A adds after, B attaches, R changes, N adds anywhere. */
export function installKeys(needs: MenuNeeds): void {
  const { ask } = needs;
  ask('keyboard').addListener(priority, ({ keyEvent }) => {
    const name = hasModifier(keyEvent) ? undefined : keys[keyEvent.key.toLowerCase()];
    if (name === undefined) return undefined;
    const chosen = ask('selection').get();
    const target = name === 'add' || chosen.length === 0 ? ask('canvas').getRootElement() : chosen[0];
    const menu = name === 'append' ? afterMenu(chosen[0]) : name;
    if (!target || !may[menu](needs, target)) return undefined;
    openMenu(ask, menu, target, besideOf(needs, target));
    return true;
  });
}

/** What A opens: after an element, on a flow, and anywhere where nothing is chosen. */
function afterMenu(chosen: Shape | undefined): MenuName {
  if (chosen === undefined) return 'add';
  return mayInsert(chosen) ? 'insert' : 'append';
}

const hasModifier = ({ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey;

/** In the page, right of the element; for the whole process, in the middle of the canvas. */
function besideOf(needs: MenuNeeds, target: Shape): { readonly x: number; readonly y: number } {
  const graphics =
    target.type === 'bpmn:Process' ? undefined : needs.ask('elementRegistry').getGraphics(target);
  const { right, top } = graphics?.getBoundingClientRect() ?? middleOf(needs);
  return { x: right + 12, y: top };
}

function middleOf({ ask }: MenuNeeds) {
  const { width, height } = ask('canvas').viewbox().outer;
  return { right: width / 2, top: height / 4 };
}
