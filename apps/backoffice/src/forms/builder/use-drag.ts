import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

/** Where something would be dropped. */
export type DropEdge = 'above' | 'below';

type Settings = {
  readonly row: RefObject<HTMLElement | null>;
  readonly handle: RefObject<HTMLElement | null>;
  readonly position: number;
  readonly isEnabled: boolean;
  readonly onDrop: (from: number, to: number) => void;
};

const kind = Symbol('form component');

/** Lets a row be dragged by its handle among its siblings; answers at which edge another one hangs over it. */
export function useDrag({ row, handle, position, isEnabled, onDrop }: Settings): DropEdge | undefined {
  const [edge, setEdge] = useState<DropEdge | undefined>(undefined);
  useEffect(() => {
    const element = row.current;
    if (element === null || handle.current === null || !isEnabled) return undefined;
    const edgeAt = (clientY: number): DropEdge => {
      const { top, height } = element.getBoundingClientRect();
      return clientY < top + height / 2 ? 'above' : 'below';
    };
    return combine(
      draggable({ element, dragHandle: handle.current, getInitialData: () => ({ kind, position }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === kind && source.data.position !== position,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          const from = Number(source.data.position);
          const gap = position + (edgeAt(location.current.input.clientY) === 'below' ? 1 : 0);
          onDrop(from, gap > from ? gap - 1 : gap);
        },
      }),
    );
  }, [row, handle, position, isEnabled, onDrop]);
  return edge;
}
