import { useEffect, useRef, useState } from 'react';
import { compareDiagrams, type Difference } from '../canvas/compare-diagrams.ts';
import { openViewer, type Viewer } from '../canvas/open-viewer.ts';
import type { Manifest } from '../manifest.ts';

export type { Change, Difference } from '../canvas/compare-diagrams.ts';

type Needs = {
  readonly left: HTMLElement | null;
  readonly right: HTMLElement | null;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly manifests: readonly Manifest[];
};

/** Two diagrams in two elements that move together, and what differs between them. */
export function useComparison({ left, right, before, after, manifests }: Needs) {
  const [differences, setDifferences] = useState<readonly Difference[]>();
  const [selected, setSelected] = useState<string>();
  const viewers = useRef<readonly Viewer[]>([]);
  useEffect(() => {
    if (!left || !right || before === undefined || after === undefined) return undefined;
    let isGone = false;
    const pair = [openViewer(left, manifests), openViewer(right, manifests)] as const;
    viewers.current = pair;
    void Promise.all([pair[0].open(before), pair[1].open(after)]).then(() => {
      if (isGone) return;
      const found = compareDiagrams(pair[0].definitions(), pair[1].definitions(), manifests);
      mark(pair, found);
      pair[0].onMove(pair[1].moveTo);
      pair[1].onMove(pair[0].moveTo);
      setDifferences(found);
    });
    return () => {
      isGone = true;
      for (const viewer of pair) viewer.close();
    };
  }, [left, right, before, after, manifests]);
  const select = (id: string) => {
    setSelected(id);
    for (const viewer of viewers.current) viewer.select(id);
  };
  return { differences, selected, select };
}

function mark([left, right]: readonly [Viewer, Viewer], found: readonly Difference[]): void {
  const of = (kind: Difference['kind']) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  left.mark('removed', of('removed'));
  right.mark('added', of('added'));
  for (const viewer of [left, right]) {
    viewer.mark('changed', of('changed'));
    viewer.mark('moved', of('moved'));
  }
}
