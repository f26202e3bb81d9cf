import { trialWords } from './trial-words.ts';

/** Where the Backoffice runs. */
export type Place = {
  readonly hostname: string;
  readonly isSecure: boolean;
  readonly knowsPasskeys: boolean;
};

/** Why a browser would refuse to try a relying party here, and what to do about it; `undefined` where it would not. */
export function trialObstacle(rpId: string, place: Place): string | undefined {
  if (!place.isSecure) return trialWords.notSecure;
  if (!place.knowsPasskeys) return trialWords.noPasskeys;
  const isWithin = place.hostname === rpId || place.hostname.endsWith(`.${rpId}`);
  return isWithin ? undefined : trialWords.otherDomain(place.hostname, rpId);
}
