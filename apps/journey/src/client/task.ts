import type { Submission } from '../protocol.ts';

/** One wait of the journey as the page holds it: where it is answered, and which visit of the task this is. */
export type Task = {
  readonly view: HTMLElement;
  readonly form: HTMLFormElement;
  readonly path: string;
  readonly attempt: number;
  /** Of the passkey's prompt, in ms; 0 for a form without one. */
  readonly timeoutMs: number;
  /** The prompt asks for a passkey that there is. */
  readonly isSignIn: boolean;
};

/** Reads the task from its view. */
export function taskOf(view: HTMLElement): Task {
  const form = view.querySelector('form') as HTMLFormElement;
  return {
    view,
    form,
    path: form.getAttribute('action') ?? '',
    attempt: Number(view.dataset.attempt),
    timeoutMs: Number(view.dataset.passkey ?? 0),
    isSignIn: view.dataset.purpose === 'sign-in',
  };
}

/** What is sent for a task, without the attempt that it belongs to. */
export type Body = WithoutAttempt<Submission>;

/** The same of one kind. */
export type BodyOf<Kind extends Body['kind']> = Extract<Body, { kind: Kind }>;

type WithoutAttempt<One> = One extends unknown ? Omit<One, 'attempt'> : never;
