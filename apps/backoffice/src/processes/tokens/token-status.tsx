import type { ProcessToken } from '@latchkey/contract';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { tokenWords } from './token-words.ts';

type Standing = 'ACTIVE' | 'INACTIVE' | 'expired' | 'early' | 'used';

const shown: Readonly<Record<Standing, { readonly tone: 'good' | 'quiet' | 'warn'; readonly word: string }>> =
  {
    ACTIVE: { tone: 'good', word: tokenWords.statuses.ACTIVE },
    INACTIVE: { tone: 'quiet', word: tokenWords.statuses.INACTIVE },
    expired: { tone: 'warn', word: tokenWords.standing.expired },
    early: { tone: 'warn', word: tokenWords.standing.early },
    used: { tone: 'warn', word: tokenWords.standing.used },
  };

/** Whether a token works now, or why not. */
export function TokenStatus({ token }: { readonly token: ProcessToken }) {
  const { tone, word } = shown[standingOf(token, Date.now())];
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}

/** What a token is worth at `now` (milliseconds). */
export function standingOf(token: ProcessToken, now: number): Standing {
  const { status, type, counter, maxCount = 0, notBeforeDtm, notAfterDtm } = token;
  if (status !== 'ACTIVE') return 'INACTIVE';
  if (notBeforeDtm !== undefined && now < Date.parse(notBeforeDtm)) return 'early';
  if (notAfterDtm !== undefined && now >= Date.parse(notAfterDtm)) return 'expired';
  return type === 'MULTI_USE_COUNT_LIMITED' && counter >= maxCount ? 'used' : 'ACTIVE';
}
