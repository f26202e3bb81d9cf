import { pageLimits } from '@latchkey/contract';
import { Problem } from '@latchkey/kernel';
import { tooLarge } from '../check-files.ts';
import { pageProblems } from '../page-problems.ts';

/** Counts what is really unpacked, whatever an archive declares. */
export function unpackedCounter() {
  let total = 0;
  /** Reads one entry whole. Throws `page.too-large` as soon as the archive has unpacked to more than it may. */
  return async (name: string, stream: AsyncIterable<Buffer>): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      total += chunk.length;
      if (total > pageLimits.unpackedBytes) throw tooLarge(name);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
}

/** A failure of a reader as `page.archive-unreadable`; a Problem stays what it is. */
export const unreadable = (cause: unknown): Problem =>
  cause instanceof Problem
    ? cause
    : pageProblems.create('page.archive-unreadable', {
        detail: `The archive is damaged: ${messageOf(cause)}.`,
        cause,
      });

const messageOf = (cause: unknown) =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
