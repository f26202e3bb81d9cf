import type { AuthenticatorModel } from '@latchkey/contract';
import { common } from '../words/common.ts';
import { authenticatorWords as words } from './words.ts';

const zeros = '00000000-0000-0000-0000-000000000000';

/** What people call a model. */
export const modelName = ({ aaguid, name }: Pick<AuthenticatorModel, 'aaguid' | 'name'>): string =>
  name ?? (aaguid === zeros ? words.noModel : words.unknownModel);

/** FIDO's certification of a model, in words. */
export function levelText({
  certificationLevel: level,
  statuses,
}: Pick<AuthenticatorModel, 'certificationLevel' | 'statuses'>): string {
  if (level !== undefined) return words.levels[level] ?? level;
  return statuses.length === 0 ? common.none : words.notCertified;
}
