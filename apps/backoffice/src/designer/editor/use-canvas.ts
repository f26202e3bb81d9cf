import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Canvas } from '../canvas/canvas.ts';
import type { Names } from '../canvas/make-shape.ts';
import { openCanvas } from '../canvas/open-canvas.ts';
import { emptyScene, type Scene } from '../canvas/scene.ts';
import type { Manifest } from '../manifest.ts';

export type OpenedCanvas = { readonly canvas: Canvas; readonly converted: number };

type Opening = {
  readonly container: HTMLElement | null;
  readonly manifests: readonly Manifest[];
  readonly soleNames: () => Names;
  readonly xml: string;
};

/** A canvas with a diagram, in an element; opened anew for another diagram. */
export function useCanvas({ container, manifests, soleNames, xml }: Opening) {
  const [opened, setOpened] = useState<OpenedCanvas>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (container === null) return undefined;
    let isGone = false;
    const canvas = openCanvas(container, manifests, soleNames);
    canvas.open(xml).then(
      ({ converted }) => isGone || setOpened({ canvas, converted }),
      (error) => isGone || setFailure(error),
    );
    return () => {
      isGone = true;
      setOpened(undefined);
      canvas.close();
    };
  }, [container, manifests, soleNames, xml]);
  return { opened, failure };
}

const nobody = () => () => undefined;
const nothing = () => emptyScene;

/** What is seen on a canvas. */
export const useScene = (canvas: Canvas | undefined): Scene =>
  useSyncExternalStore(canvas?.watch ?? nobody, canvas?.scene ?? nothing);
