import { Problem } from '@latchkey/kernel';
import type { ClaimInstance } from '../processes/claim-instance.ts';
import type { StartInstance } from '../processes/start-instance.ts';
import { readStartAddress, startKeyHash } from '../processes/start-link.ts';
import { journeyProblems } from './journey-problems.ts';
import { type Visitor, visitorHash } from './visitor.ts';

type Needs = { readonly startInstance: StartInstance; readonly claimInstance: ClaimInstance };
type Link = { readonly pt?: string | undefined; readonly ps?: string | undefined };

/** Uses a link for a browser. Answers the id of the instance. Throws `journey.link-ended`, whatever the reason. */
export const startJourney =
  (needs: Needs) =>
  async ({ pt, ps }: Link, visitor: Visitor, language: string): Promise<string> => {
    if (pt !== undefined) return startedByToken(needs, pt, visitor, language);
    const link = readStartAddress(ps ?? '');
    const claimed =
      link !== undefined &&
      (await needs.claimInstance({
        instanceId: link.instanceId,
        startKeyHash: startKeyHash(link.key),
        visitorHash: visitorHash(visitor, link.instanceId),
        language,
      }));
    if (!claimed) throw journeyProblems.create('journey.link-ended');
    return link.instanceId;
  };
export type StartJourney = ReturnType<typeof startJourney>;

/** People are told one thing for every reason; the operator finds it as the cause. */
async function startedByToken({ startInstance }: Needs, tokenId: string, visitor: Visitor, language: string) {
  try {
    return await startInstance({ tokenId, language, visitorHash: (id) => visitorHash(visitor, id) });
  } catch (cause) {
    if (!(cause instanceof Problem) || !cause.code.startsWith('process-token.')) throw cause;
    throw journeyProblems.create('journey.link-ended', { cause });
  }
}
