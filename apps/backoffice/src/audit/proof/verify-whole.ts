import { type RouteOutput, verifyAudit } from '@latchkey/contract';
import { call } from '../../api/call.ts';
import type { Place } from './anchor.ts';

type Answer = RouteOutput<typeof verifyAudit>;

/** What all answers together say. */
export type WholeVerdict = {
  readonly checked: number;
  readonly erased: number;
  readonly fault?: Answer['fault'];
  /** The anchor that was asked for; absent without one. */
  readonly anchor?: Place;
};

type Settings = {
  readonly anchor: Place | undefined;
  /** Told after each answer how many are checked. */
  readonly tell: (checked: number) => void;
  readonly signal: AbortSignal;
};

/** Verifies the whole chain, from the place that each answer reached on, until its end or its first fault. */
export async function verifyWhole({ anchor, tell, signal }: Settings): Promise<WholeVerdict> {
  let sum = { checked: 0, erased: 0 };
  let from: Place | undefined;
  for (;;) {
    const body = { ...(from && { from }), ...(anchor && { anchor }) };
    const { checked, erased, reached, isEnd, fault } = await call(verifyAudit, { body }, signal);
    sum = { checked: sum.checked + checked, erased: sum.erased + erased };
    if (isEnd || fault) return { ...sum, ...(fault && { fault }), ...(anchor && { anchor }) };
    tell(sum.checked);
    from = reached;
  }
}
