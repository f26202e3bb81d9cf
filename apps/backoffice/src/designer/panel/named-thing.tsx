import {
  createCustomDataForm,
  createCustomPage,
  createRegistrationPolicy,
  createRelyingParty,
  createStore,
  type Route,
} from '@latchkey/contract';
import type { ParameterText } from '@latchkey/engine';
import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import { IconExternalLink, IconPlus } from '@tabler/icons-react';
import { createLink, type LinkProps } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { useMay } from '../../session/use-session.ts';
import { type LiveChoices, literal } from './live-choices.ts';
import { panelWords } from './words.ts';

type Named = { readonly text: string; readonly store: string; readonly party: string };
type Target = Pick<LinkProps, 'to'> & { readonly params?: Readonly<Record<string, string>> };
type Thing = {
  readonly one: string;
  readonly create: Route;
  readonly open: (named: Named) => Target;
  /** Where it is made; nowhere before what it belongs to is chosen. */
  readonly make: (named: Named) => Target | undefined;
};

const things: Readonly<Record<string, Thing>> = {
  storeName: {
    one: panelWords.live.store,
    create: createStore,
    open: ({ text }) => ({ to: '/stores/$storeName', params: { storeName: text } }),
    make: () => ({ to: '/stores/new' }),
  },
  relyingPartyId: {
    one: panelWords.live.relyingParty,
    create: createRelyingParty,
    open: ({ text, store }) => ({
      to: '/relying-parties/$storeName/$rpId',
      params: { storeName: store, rpId: text },
    }),
    make: () => ({ to: '/relying-parties/new' }),
  },
  registrationPolicy: {
    one: panelWords.live.policy,
    create: createRegistrationPolicy,
    open: ({ text, store, party }) => ({
      to: '/relying-parties/$storeName/$rpId/policies/$policyName',
      params: { storeName: store, rpId: party, policyName: text },
    }),
    make: ({ store, party }) =>
      store === '' || party === ''
        ? undefined
        : { to: '/relying-parties/$storeName/$rpId/new-policy', params: { storeName: store, rpId: party } },
  },
  dataFormName: {
    one: panelWords.live.form,
    create: createCustomDataForm,
    open: ({ text }) => ({ to: '/forms/$name', params: { name: text } }),
    make: () => ({ to: '/forms/new' }),
  },
  customPageName: {
    one: panelWords.live.page,
    create: createCustomPage,
    open: ({ text }) => ({ to: '/pages/$name', params: { name: text } }),
    make: () => ({ to: '/pages/new' }),
  },
};

type Props = {
  /** The parameter. */
  readonly name: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, ParameterText>>;
  readonly live: LiveChoices;
};

/** Leads to what a parameter names, in a tab of its own; where there is no such thing, to where it is made. */
export function NamedThing({ name, text, parameters, live }: Props) {
  const may = useMay();
  const thing = things[name];
  if (thing === undefined || live === undefined) return null;
  const named = {
    text,
    store: literal(parameters.storeName),
    party: literal(parameters.relyingPartyId),
  };
  const isThere = live.choices.some(({ value }) => value === text);
  const target = isThere ? thing.open(named) : may(thing.create) ? thing.make(named) : undefined;
  if (target === undefined) return null;
  const label = isThere ? panelWords.openNamed(text) : panelWords.makeOne(thing.one);
  return (
    <Tooltip label={label} position="left">
      <IconLink {...target} target="_blank" size={22} variant="subtle" color="gray" aria-label={label}>
        {isThere ? <IconExternalLink size={14} /> : <IconPlus size={14} />}
      </IconLink>
    </Tooltip>
  );
}

type Own = ActionIconProps & Omit<ComponentPropsWithRef<'a'>, keyof ActionIconProps>;
const IconLink = createLink((props: Own) => <ActionIcon component="a" {...props} />);
