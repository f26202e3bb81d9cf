import { show, showView } from '../states.ts';

/** Whom the prompt is for, from the options that the server gave. */
type Options = {
  readonly rp: { readonly id?: string; readonly name: string };
  readonly user: { readonly name: string; readonly displayName: string };
};

/**
 * Shows account and relying party outside the frame and waits for a press there, which also is the gesture that browsers
 * want. Resolves with whether the person goes on; `stop` ends the wait without.
 */
export function confirmed(clientRequest: unknown, stop: AbortSignal): Promise<boolean> {
  const { rp, user } = clientRequest as Options;
  return new Promise((resolve) => {
    const end = (goesOn: boolean) => {
      if (!goesOn) showView();
      resolve(goesOn);
    };
    const section = show('confirm', { create: () => end(true), cancel: () => end(false) });
    const eyebrow = section.querySelector('.eyebrow');
    if (eyebrow)
      eyebrow.textContent = (eyebrow.textContent ?? '').replace('{name}', () => `\u2068${named(rp)}\u2069`);
    const account = section.querySelector('.account bdi');
    if (account) account.textContent = accountOf(user);
    stop.addEventListener('abort', () => end(false), { once: true });
  });
}

const named = ({ id, name }: Options['rp']): string =>
  id === undefined || id === name ? name : `${name} (${id})`;

const accountOf = ({ name, displayName }: Options['user']): string =>
  displayName === '' || displayName === name ? name : `${displayName} (${name})`;
