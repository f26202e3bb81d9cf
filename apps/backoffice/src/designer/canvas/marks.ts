import type { Mark } from './canvas.ts';
import type { Ask } from './services.ts';

/** Sets marks of elements as CSS classes; each call replaces those of its kind. */
export function marker(ask: Ask): (mark: Mark, elements: readonly string[]) => void {
  const shown = new Map<Mark, ReadonlySet<string>>();
  return (mark, elements) => {
    const [before, now] = [shown.get(mark) ?? new Set<string>(), new Set(elements)];
    const exists = (id: string) => ask('elementRegistry').get(id) !== undefined;
    for (const id of before) if (!now.has(id) && exists(id)) ask('canvas').removeMarker(id, `lk-${mark}`);
    for (const id of now) if (exists(id)) ask('canvas').addMarker(id, `lk-${mark}`);
    shown.set(mark, now);
  };
}
