import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Canvas } from '../canvas/canvas.ts';
import { type Checked, openChecker } from '../canvas/checker.ts';
import type { Manifest } from '../manifest.ts';
import type { Fault } from './fault.ts';

/** After this much quiet the diagram is checked. */
const quietMs = 250;

/** What the publish check says of the diagram while it is drawn; and the definition when it is sound. */
export function useFaults(canvas: Canvas | undefined, revision: number, manifests: readonly Manifest[]) {
  const [checker, setChecker] = useState<ReturnType<typeof openChecker>>();
  const [checked, setChecked] = useState<Checked>({ problems: [] });
  useEffect(() => {
    const opened = openChecker();
    setChecker(opened);
    return () => opened.close();
  }, []);
  const check = useDebouncedCallback(async () => {
    if (!canvas || !checker) return;
    const xml = await canvas.save();
    setChecked(await checker.check(xml, manifests));
  }, quietMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the revision that asks for a check.
  useEffect(() => {
    check();
  }, [canvas, checker, revision]);
  return { checked, faults: faultsOf(checked), checker };
}

function faultsOf({ problems, unreadable }: Checked): readonly Fault[] {
  if (unreadable !== undefined)
    return [{ by: 'browser', element: '', rule: 'unreadable', problem: unreadable, repair: '' }];
  return problems.map((problem) => ({ ...problem, by: 'browser' }));
}
