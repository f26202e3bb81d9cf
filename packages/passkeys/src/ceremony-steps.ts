import type { Problems } from '@latchkey/kernel';
import { Fault } from './fault.ts';

/** Runs one step of a procedure: a Fault inside becomes the Problem of that code, with the step among its facts. */
export type Step<Code extends string> = <T>(number: number, code: Code, body: () => T) => T;

/** The steps of one section of a specification, e.g. `WebAuthn L3 7.1`. */
export function ceremonySteps<Code extends string>(section: string, problems: Problems<Code>): Step<Code> {
  return (number, code, body) => {
    try {
      return body();
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      throw problems.create(code, {
        detail: cause.message,
        facts: { step: `${section} step ${number}` },
        cause,
      });
    }
  };
}
