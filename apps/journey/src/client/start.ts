import type { StartAnswer, StartRequest } from '../protocol.ts';
import { showFailed } from './failed.ts';
import { Refusal, send } from './send.ts';
import { show } from './states.ts';

/** Opens the link: at once, or on the press that it asks for. The journey replaces the link in the tab's history. */
export function takeStart(view: HTMLElement): void {
  const now = view.querySelector<HTMLTemplateElement>('template[data-now]');
  const form = (now?.content ?? view).querySelector('form') as HTMLFormElement;
  const begin = () => start(Object.fromEntries(new FormData(form)) as unknown as StartRequest);
  if (now) {
    begin();
    return;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.ariaBusy !== 'true') begin();
    form.ariaBusy = 'true';
  });
}

async function start(link: StartRequest): Promise<void> {
  try {
    const answer = await send<StartAnswer>('/web/trustweb/start', link);
    location.replace(answer.location);
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) show('expired');
    else showFailed(error, () => location.reload());
  }
}
