import type { SubmissionAnswer } from '../protocol.ts';
import { announce, main } from './page.ts';
import { swap } from './swap.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 5_000;

/**
 * Looks again, ever more seldom, until the journey stands elsewhere; then calls `onMoved` for the new view. The page
 * stays as it is until then, and a screen reader is told once that it goes on by itself.
 */
export async function takePause(view: HTMLElement, onMoved: () => void): Promise<void> {
  for (let pauseMs = firstPauseMs; view.isConnected; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const answer = await look(view.dataset.path ?? '');
    if (answer?.kind === 'view' && !answer.html.includes('data-view="pause"')) {
      swap(answer.html, answer.title);
      return onMoved();
    }
    if (pauseMs === firstPauseMs) announce(main.querySelector('.lead')?.textContent ?? '');
  }
}

/** Where the journey stands now; `undefined` when the network or the server is busy with something else. */
async function look(path: string): Promise<SubmissionAnswer | undefined> {
  const response = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => undefined);
  const isGone = response && response.status >= 400 && response.status < 500 && response.status !== 429;
  if (isGone) location.reload();
  return response?.ok ? response.json() : undefined;
}
