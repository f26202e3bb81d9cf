import type { FormDocument } from '@latchkey/forms';
import { useMemo, useState } from 'react';
import { useSession } from '../../session/use-session.ts';
import { quietly } from '../document/quietly.ts';
import { likelySample, type Samples, samplePaths, withSamples } from './sample-data.ts';

/** The session data that a preview assumes: likely ones, and what was typed in their place, which this browser keeps. */
export function useSamples(form: FormDocument | undefined, name: string) {
  const { tenant } = useSession();
  const key = `latchkey.form-samples.${tenant}.${name}`;
  const [typed, setTyped] = useState<Samples>(
    () => quietly(() => JSON.parse(localStorage.getItem(key) ?? '{}') as Samples) ?? {},
  );
  const paths = useMemo(() => (form === undefined ? [] : samplePaths(form)), [form]);
  const samples = useMemo(
    (): Samples => Object.fromEntries(paths.map((path) => [path, typed[path] ?? likelySample(path)])),
    [paths, typed],
  );
  const keep = (next: Samples) => {
    setTyped(next);
    quietly(() => localStorage.setItem(key, JSON.stringify(next)));
  };
  // The form is drawn anew, without what was typed into it, only when a sample is another.
  const written = JSON.stringify(samples);
  const substitute = useMemo(() => withSamples(JSON.parse(written) as Samples), [written]);
  return {
    samples,
    substitute,
    isTyped: paths.some((path) => typed[path] !== undefined),
    onType: (path: string, value: string) => keep({ ...typed, [path]: value }),
    onReset: () => keep({}),
  };
}
