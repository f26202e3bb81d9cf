import { missingReference, type Reference, taskReferences } from '@latchkey/bpmn';
import {
  listCustomDataForms,
  listCustomPages,
  listRegistrationPolicies,
  listRelyingParties,
  listStores,
  type Route,
} from '@latchkey/contract';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallInput } from '../../api/call.ts';
import { readOptions } from '../../api/use-read.ts';
import { useMay } from '../../session/use-session.ts';
import type { Drawing } from '../drawing.ts';
import type { Fault } from './fault.ts';
import { isMissing, type Listed } from './is-missing.ts';
import { useStable } from './use-stable.ts';

type List = { readonly route: Route; readonly input: object };

const page = { size: 100 } as const;
const deployed = { query: { ...page, status: 'DEPLOYED_ACTIVE' } } as const;

/** The list that holds what a reference of each kind names; none while store or relying party are not told. */
const lists: { readonly [Kind in Reference['kind']]: (reference: Reference) => List | undefined } = {
  form: () => ({ route: listCustomDataForms, input: deployed }),
  page: () => ({ route: listCustomPages, input: deployed }),
  'identity-store': () => ({ route: listStores, input: { query: page } }),
  'relying-party': ({ storeName }) =>
    storeName === undefined
      ? undefined
      : { route: listRelyingParties, input: { params: { storeName }, query: page } },
  'registration-policy': ({ storeName, relyingPartyId: rpId }) =>
    storeName === undefined || rpId === undefined
      ? undefined
      : { route: listRegistrationPolicies, input: { params: { storeName, rpId }, query: page } },
};

/**
 * What the diagram names and is not there, as the server would refuse to deploy it. What the operator may not read,
 * and what lies in something that is not there, is not judged.
 */
export function useMissing(drawing: Drawing): readonly Fault[] {
  const may = useMay();
  const named = useMemo(() => namedIn(drawing), [drawing]);
  const asked = askedFor(named, may);
  const answers = useQueries({
    queries: [...asked.values()].map(({ route, input }) =>
      readOptions(route, input as CallInput<typeof route>),
    ),
    combine: contents,
  });
  const known = new Map([...asked.keys()].map((key, place) => [key, answers[place]]));
  const lacks = (reference: Reference): boolean => {
    const list = lists[reference.kind](reference);
    const answer = list && known.get(keyOf(list));
    return answer !== undefined && isMissing(reference, answer);
  };
  return useStable(named.filter(lacks).map(asFault));
}

const asFault = (reference: Reference): Fault => ({
  ...missingReference(reference),
  by: 'browser',
  severity: 'error',
});

/** Each list once. */
const askedFor = (named: readonly Reference[], may: (route: Route) => boolean): ReadonlyMap<string, List> =>
  new Map(
    named.flatMap((reference) => {
      const list = lists[reference.kind](reference);
      return list && may(list.route) ? [[keyOf(list), list] as const] : [];
    }),
  );

const contents = (all: readonly { readonly data?: unknown }[]) =>
  all.map(({ data }) => data as Listed | undefined);

const namedIn = ({ elements }: Drawing): readonly Reference[] =>
  Object.values(elements).flatMap(({ id, activity }) => (activity ? taskReferences(id, activity) : []));

const keyOf = ({ route, input }: List): string => `${route.id} ${JSON.stringify(input)}`;
