import type { Settings } from '@latchkey/bpmn';
import { listRegistrationPolicies, listRelyingParties, type RegistrationPolicy } from '@latchkey/contract';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readOptions } from '../../api/use-read.ts';
import { useMay } from '../../session/use-session.ts';
import type { Drawing } from '../drawing.ts';
import { useStable } from './use-stable.ts';

type Party = { readonly storeName: string; readonly rpId: string };
const page = { size: 100 } as const;

/** The settings of what a diagram names, for its warnings. What the operator may not read gives none. */
export function useLintSettings(drawing: Drawing): Settings {
  const may = useMay();
  const parties = useMemo(() => partiesIn(drawing), [drawing]);
  const read = may(listRelyingParties) ? parties : [];
  const relyingParties = useQueries({
    queries: storesOf(read).map((storeName) =>
      readOptions(listRelyingParties, { params: { storeName }, query: page }),
    ),
    combine: (answers) => answers.map(({ data }) => data?.content ?? []),
  });
  const asked = may(listRegistrationPolicies) ? parties : [];
  const policies = useQueries({
    queries: asked.map((params) => readOptions(listRegistrationPolicies, { params, query: page })),
    combine: (answers) => answers.map(({ data }) => data?.content ?? []),
  });
  const settings: Settings = {
    policies: asked.flatMap(({ storeName, rpId }, place) =>
      (policies[place] ?? []).map(({ name, timeoutMs, algorithms, attestation, ...demands }) => ({
        ...{ storeName, relyingPartyId: rpId },
        ...{ name, timeoutMs, algorithms, attestation },
        namesAuthenticators: namesAny(demands),
        requiresUserProof: demands.requireUserProof !== false,
      })),
    ),
    relyingParties: storesOf(read).flatMap((storeName, place) =>
      (relyingParties[place] ?? []).map(({ relyingPartyId, relatedOrigins }) => ({
        storeName,
        relyingPartyId,
        relatedOrigins,
      })),
    ),
  };
  return useStable(settings);
}

type Models = Pick<RegistrationPolicy, 'allowedModels' | 'deniedModels' | 'watchedModels'>;
const namesAny = ({ allowedModels = [], deniedModels = [], watchedModels = [] }: Models): boolean =>
  [...allowedModels, ...deniedModels, ...watchedModels].length > 0;

const storesOf = (parties: readonly Party[]): readonly string[] => [
  ...new Set(parties.map(({ storeName }) => storeName)),
];

/** Each pair of a store and a relying party that a step names literally. */
function partiesIn({ elements }: Drawing): readonly Party[] {
  const found = Object.values(elements).flatMap(({ activity }) => {
    const { storeName, relyingPartyId } = activity?.parameters ?? {};
    return isLiteral(storeName) && isLiteral(relyingPartyId) ? [{ storeName, rpId: relyingPartyId }] : [];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

const isLiteral = (text: unknown): text is string =>
  typeof text === 'string' && text.trim() !== '' && !text.includes('${');
