import { readPath } from '../processes/session-data/session-data.ts';
import type { Journey } from './journeys.sql.ts';

/** Placeholders of a redirect address, as the reference spells them. */
const placeholders: Readonly<Record<string, (journey: Journey) => string>> = {
  PROCESS_DNF_TYPE: ({ definitionType }) => definitionType,
  PROCESS_DNF_NAME: ({ definitionName }) => definitionName,
  PROCESS_DNF_VERSION: ({ definitionVersion }) => String(definitionVersion),
  PROCESS_DNF_ID: ({ definitionId }) => definitionId,
  PROCESS_INSTANCE_ID: ({ id }) => id,
};

/** Where the process token sends people in the end: `_redirectUrl`, or after a timeout `timeoutRedirectUrl`, filled in. */
export function redirectUrlOf(journey: Journey, isTimeout: boolean): string | undefined {
  const given = readPath(journey.data, ['_initial', isTimeout ? 'timeoutRedirectUrl' : '_redirectUrl']);
  if (typeof given !== 'string') return undefined;
  const filled = given.replaceAll(/(?:\{|%7B)([A-Z_]+)(?:\}|%7D)/gi, (whole, name: string) => {
    const value = Object.hasOwn(placeholders, name) ? placeholders[name]?.(journey) : undefined;
    return value === undefined ? whole : encodeURIComponent(value);
  });
  // Anything but the web would run in our page.
  return /^https?:$/.test(URL.parse(filled)?.protocol ?? '') ? filled : undefined;
}
