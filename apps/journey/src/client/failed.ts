import { Refusal } from './send.ts';
import { show } from './states.ts';

/** Says that it is our fault, with what support needs to find it; `again` is the way on. */
export function showFailed(error: unknown, again: () => void): void {
  const reference = error instanceof Refusal ? error.reference : '';
  const place = show('failed', { again }).querySelector<HTMLElement>('.reference');
  const code = place?.querySelector('code');
  if (!place || !code || !reference) return;
  place.hidden = false;
  code.textContent = reference;
}
