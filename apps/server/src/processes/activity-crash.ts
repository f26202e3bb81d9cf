/** An activity failed for a reason of the program's own; what its step has written so far must go. */
export class ActivityCrash extends Error {
  /** The engine's token at which it worked. */
  readonly token: string;

  constructor(token: string, cause: unknown) {
    super('The activity crashed.', { cause });
    this.name = 'ActivityCrash';
    this.token = token;
  }
}

/** Tokens whose activity has crashed in this step: it is not run again, it fails. */
export type Crashed = ReadonlySet<string>;

/**
 * Runs a step; when an activity crashes, its transaction is undone, and the step runs again with that activity failing
 * as `activity.crashed`: an incident that an operator sees, not an error that comes back for ever.
 */
export async function survivingCrashes<Result>(step: (crashed: Crashed) => Promise<Result>): Promise<Result> {
  const crashed = new Set<string>();
  for (;;) {
    try {
      return await step(crashed);
    } catch (error) {
      if (!(error instanceof ActivityCrash) || crashed.has(error.token)) throw error;
      crashed.add(error.token);
    }
  }
}
