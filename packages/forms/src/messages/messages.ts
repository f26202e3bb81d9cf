import type { Format } from '../rules.ts';

/** What a person reads where the form has no words of its own. `{min}` and `{max}` are replaced. */
export type Messages = {
  readonly missing: string;
  readonly missingChoice: string;
  readonly missingTick: string;
  /** For a question that came up only now, without script. */
  readonly appeared: string;
  readonly invalid: Readonly<Record<Format, string>>;
  readonly length: Limits;
  readonly range: Limits;
};

type Limits = { readonly between: string; readonly atLeast: string; readonly atMost: string };
