import type { Services } from '../services.ts';

type Root = { readonly id: string };
type Mark = (element: Root | string, marker: string) => void;
type MarkedCanvas = {
  addMarker: Mark;
  removeMarker: Mark;
  getRootElement: Services['canvas']['getRootElement'];
};

const dropMarks: ReadonlySet<string> = new Set(['drop-ok', 'drop-not-ok', 'connect-ok', 'connect-not-ok']);

/**
 * Keeps the marks of a drop target off the ground of the canvas. The rules for them style everything inside, so each
 * time that a drag left an element for the ground, the browser computed the style of the whole diagram anew.
 */
class QuietRoot {
  static readonly $inject = ['canvas'];

  constructor(canvas: MarkedCanvas) {
    const mark = canvas.addMarker.bind(canvas);
    canvas.addMarker = (element, marker) => {
      const id = typeof element === 'string' ? element : element.id;
      if (dropMarks.has(marker) && id === canvas.getRootElement().id) return;
      mark(element, marker);
    };
  }
}

export const quietRoot = { __init__: ['quietRoot'], quietRoot: ['type', QuietRoot] };
