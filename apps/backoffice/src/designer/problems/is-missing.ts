import type { Reference } from '@latchkey/bpmn';

/** A list of what there is, as the API answers it. */
export type Listed = {
  readonly content: readonly {
    readonly name?: string;
    readonly relyingPartyId?: string;
    readonly version?: number;
  }[];
  readonly totalElements: number;
};

/** Whether a list lacks what a diagram names; of a list that goes on, nobody knows. */
export function isMissing(
  { kind, name, version = 1 }: Reference,
  { content, totalElements }: Listed,
): boolean {
  if (content.length < totalElements) return false;
  if (kind === 'relying-party') return !content.some((one) => one.relyingPartyId === name);
  const hasVersions = kind === 'form' || kind === 'page';
  return !content.some((one) => one.name === name && (!hasVersions || one.version === version));
}
