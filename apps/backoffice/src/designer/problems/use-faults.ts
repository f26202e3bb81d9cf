import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { Canvas } from '../canvas/canvas.ts';
import { type Checked, nothingFound, openChecker } from '../canvas/checker.ts';
import type { Scene } from '../canvas/scene.ts';
import type { Manifest } from '../manifest.ts';
import type { Fault } from './fault.ts';
import { useLintSettings } from './use-lint-settings.ts';
import { useMissing } from './use-missing.ts';

/** After this much quiet the diagram is checked. */
const quietMs = 250;

/** What the publish check says of the diagram while it is drawn; and the definition when it is sound. */
export function useFaults(
  canvas: Canvas | undefined,
  { drawing, revision }: Scene,
  manifests: readonly Manifest[],
) {
  const settings = useLintSettings(drawing);
  const [checker, setChecker] = useState<ReturnType<typeof openChecker>>();
  const [checked, setChecked] = useState<Checked>(nothingFound);
  useEffect(() => {
    const opened = openChecker();
    setChecker(opened);
    return () => opened.close();
  }, []);
  const check = useDebouncedCallback(async () => {
    if (!canvas || !checker) return;
    const xml = await canvas.save();
    setChecked(await checker.check(xml, manifests, settings));
  }, quietMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the revision that asks for a check.
  useEffect(() => {
    check();
  }, [canvas, checker, revision, settings]);
  const missing = useMissing(drawing);
  const faults = useMemo(() => [...faultsOf(checked), ...missing], [checked, missing]);
  return { checked, faults, checker };
}

function faultsOf({ problems, warnings, unreadable }: Checked): readonly Fault[] {
  if (unreadable !== undefined)
    return [
      {
        by: 'browser',
        severity: 'error',
        element: '',
        rule: 'unreadable',
        problem: unreadable,
        repair: '',
      },
    ];
  return [
    ...problems.map((problem) => ({ ...problem, by: 'browser', severity: 'error' }) as const),
    ...warnings.map((warning) => ({ ...warning, by: 'browser', severity: 'warning' }) as const),
  ];
}
