/** The browser's prompt in the phone, open until somebody answers it. */
export type Prompt = {
  /** Lets this computer answer it. */
  readonly answerByDevice: () => void;
  /** Lets it come to what was simulated, for a page that goes on with it by itself. */
  readonly answerBy: (simulated: Simulated) => void;
};

/** A credential as JSON, or the name of the browser's error and what the page would make of it. */
export type Simulated = {
  readonly response?: unknown;
  readonly errorName?: string;
  readonly outcome?: string;
};

export type PhoneHooks = {
  readonly onPrompt: (prompt: Prompt) => void;
  /** The page closed the prompt by itself. */
  readonly onPromptGone: () => void;
  /** The page has sent something. */
  readonly onSent: () => void;
};

type PhoneWindow = Window & typeof globalThis;

/**
 * Takes the place of the device in the page that a frame shows: its prompt waits for the tester. The frame is of our
 * own origin; all else in it is the page as everybody gets it.
 */
export function holdPhone({ contentWindow }: HTMLIFrameElement, hooks: PhoneHooks): void {
  const phone = contentWindow as PhoneWindow | null;
  if (!phone?.navigator.credentials) return;
  const { credentials } = phone.navigator;
  let simulated: Simulated = {};
  const held =
    <Options extends { signal?: AbortSignal }>(own: (options?: Options) => Promise<Credential | null>) =>
    (options?: Options): Promise<Credential | null> =>
      new Promise((resolve, reject) => {
        options?.signal?.addEventListener('abort', () => {
          hooks.onPromptGone();
          reject(new phone.DOMException('', 'AbortError'));
        });
        hooks.onPrompt({
          answerByDevice: () => own(options).then(resolve, reject),
          answerBy: (given) => {
            simulated = given;
            if (given.errorName === undefined) resolve(credentialOf(given.response));
            else reject(new phone.DOMException('', given.errorName));
          },
        });
      });
  credentials.create = held(credentials.create.bind(credentials));
  credentials.get = held(credentials.get.bind(credentials));
  const fetched = phone.fetch.bind(phone);
  phone.fetch = async (input, init) => {
    const response = await fetched(input, told(init, simulated));
    if (init?.method === 'POST') hooks.onSent();
    return response;
  };
}

/** The page sends on what `toJSON` says. */
const credentialOf = (response: unknown) => ({ toJSON: () => response }) as unknown as Credential;

/** Two outcomes are told apart by the page's clock and its frame, which here are not the person's. */
function told(init: RequestInit | undefined, { outcome }: Simulated): RequestInit | undefined {
  if (outcome === undefined || typeof init?.body !== 'string') return init;
  const body = JSON.parse(init.body) as { readonly kind?: string };
  return body.kind === 'prompted' ? { ...init, body: JSON.stringify({ ...body, outcome }) } : init;
}

/** Sends the form in the phone as a person does, with examples in the fields that are empty. */
export function sendForm({ contentDocument }: HTMLIFrameElement): void {
  const form = contentDocument?.querySelector<HTMLFormElement>('form[data-form="task"]');
  if (!form) return;
  const fields = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input:not([type="hidden"]), select, textarea',
  );
  for (const field of fields) if (isEmpty(field, form)) fill(field);
  form.requestSubmit();
}

function isEmpty(field: HTMLInputElement | HTMLSelectElement, form: HTMLFormElement): boolean {
  if (field.type === 'radio') return !form.querySelector(`[name="${CSS.escape(field.name)}"]:checked`);
  if (field.type === 'checkbox') return field.required && !(field as HTMLInputElement).checked;
  return field.value === '';
}

const examples: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  tel: '+441234567890',
  number: '1',
  date: '1990-12-10',
  url: 'https://example.com',
};

function fill(field: HTMLInputElement | HTMLSelectElement): void {
  if (field.type === 'checkbox' || field.type === 'radio') (field as HTMLInputElement).checked = true;
  else if (field.tagName === 'SELECT') {
    field.value = [...(field as HTMLSelectElement).options].find(({ value }) => value !== '')?.value ?? '';
  } else field.value = examples[field.type] ?? 'Example';
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
