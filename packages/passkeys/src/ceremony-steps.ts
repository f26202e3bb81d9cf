import { Fault } from './fault.ts';
import { type PasskeyProblemCode, passkeyProblems } from './problems.ts';

/** Runs one step of a ceremony: a Fault inside becomes the Problem of that code, with the step among its facts. */
export type Step = <T>(number: number, code: PasskeyProblemCode, body: () => T) => T;

/** The steps of one section of the specification, e.g. `WebAuthn L3 7.1`. */
export function ceremonySteps(section: string): Step {
  return (number, code, body) => {
    try {
      return body();
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      throw passkeyProblems.create(code, {
        detail: cause.message,
        facts: { step: `${section} step ${number}` },
        cause,
      });
    }
  };
}
