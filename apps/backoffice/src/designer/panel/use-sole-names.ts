import { listRegistrationPolicies, listRelyingParties, listStores } from '@latchkey/contract';
import { useEffect, useMemo, useRef } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useMay } from '../../session/use-session.ts';
import type { Names } from '../canvas/make-shape.ts';

/** Two are enough to know that there is a choice. */
const query = { size: 2 } as const;

/**
 * The identity store, its relying party and that one's registration policy, each where there is one alone: what a new
 * step takes by itself. Answers how to ask for what is known at a moment.
 */
export function useSoleNames(): () => Names {
  const may = useMay();
  const stores = useRead(listStores, { query }, { enabled: may(listStores) });
  const storeName = soleOf(stores.data?.content)?.name;
  const parties = useRead(
    listRelyingParties,
    { params: { storeName: storeName ?? '' }, query },
    { enabled: storeName !== undefined && may(listRelyingParties) },
  );
  const rpId = storeName && soleOf(parties.data?.content)?.relyingPartyId;
  const policies = useRead(
    listRegistrationPolicies,
    { params: { storeName: storeName ?? '', rpId: rpId ?? '' }, query },
    { enabled: rpId !== undefined && may(listRegistrationPolicies) },
  );
  const policy = rpId && soleOf(policies.data?.content)?.name;
  const names = useMemo(
    () => ({
      ...(storeName && { storeName }),
      ...(rpId && { relyingPartyId: rpId }),
      ...(policy && { registrationPolicy: policy }),
    }),
    [storeName, rpId, policy],
  );
  const latest = useRef<Names>(names);
  useEffect(() => {
    latest.current = names;
  }, [names]);
  return useRef(() => latest.current).current;
}

const soleOf = <Item>(list: readonly Item[] | undefined): Item | undefined =>
  list?.length === 1 ? list[0] : undefined;
