import {
  listCustomDataForms,
  listCustomPages,
  listRegistrationPolicies,
  listRelyingParties,
  listStores,
} from '@latchkey/contract';
import type { ParameterText } from '@latchkey/engine';
import { useRead } from '../../api/use-read.ts';
import { panelWords } from './words.ts';

export type Choice = { readonly value: string; readonly label: string };

type Parameters = Readonly<Record<string, ParameterText>>;
const page = { size: 100 } as const;

/** What a parameter may name, from what there is now; undefined where it names nothing of the tenant's. */
export type LiveChoices =
  | {
      readonly choices: readonly Choice[];
      readonly what: string;
      /** What has to be chosen before there is a choice. */
      readonly first?: string;
    }
  | undefined;

/** The live values of a parameter by its name, as packages/bpmn tells references by their names. */
export function useLiveChoices(name: string, parameters: Parameters): LiveChoices {
  const store = literal(parameters.storeName);
  const party = literal(parameters.relyingPartyId);
  const form = literal(parameters.dataFormName);
  const isForm = name === 'dataFormName' || name === 'dataFormVersion';
  const shownPage = literal(parameters.customPageName);
  const isPage = name === 'customPageName' || name === 'customPageVersion';
  const stores = useRead(listStores, { query: page }, { enabled: name === 'storeName' });
  const parties = useRead(
    listRelyingParties,
    { params: { storeName: store }, query: page },
    { enabled: name === 'relyingPartyId' && store !== '' },
  );
  const policies = useRead(
    listRegistrationPolicies,
    { params: { storeName: store, rpId: party }, query: page },
    { enabled: name === 'registrationPolicy' && store !== '' && party !== '' },
  );
  const forms = useRead(
    listCustomDataForms,
    { query: { ...page, status: 'DEPLOYED_ACTIVE' } },
    { enabled: isForm },
  );
  const pages = useRead(
    listCustomPages,
    { query: { ...page, status: 'DEPLOYED_ACTIVE' } },
    { enabled: isPage },
  );
  const known: Readonly<Record<string, () => LiveChoices>> = {
    storeName: () =>
      list(
        panelWords.live.stores,
        stores.data?.content.map((one) => one.name),
      ),
    relyingPartyId: () => ({
      ...list(
        panelWords.live.relyingParties,
        parties.data?.content.map((one) => one.relyingPartyId),
      ),
      ...(store === '' && { first: panelWords.live.storeFirst }),
    }),
    registrationPolicy: () => ({
      ...list(
        panelWords.live.policies,
        policies.data?.content.map((one) => one.name),
      ),
      ...((store === '' || party === '') && { first: panelWords.live.partyFirst }),
    }),
    dataFormName: () =>
      list(
        panelWords.live.forms,
        forms.data?.content.map((one) => one.name),
      ),
    dataFormVersion: () => versionsOf(form, panelWords.live.formFirst, forms.data?.content),
    customPageName: () =>
      list(
        panelWords.live.pages,
        pages.data?.content.map((one) => one.name),
      ),
    customPageVersion: () => versionsOf(shownPage, panelWords.live.pageFirst, pages.data?.content),
  };
  return known[name]?.();
}

type Version = { readonly name: string; readonly version: number; readonly description: string };

/** The deployed versions of that name. */
const versionsOf = (name: string, first: string, content: readonly Version[] = []): LiveChoices => ({
  what: panelWords.live.formVersions,
  ...(name === '' && { first }),
  choices: content
    .filter((one) => one.name === name)
    .map(({ version, description }) => ({
      value: String(version),
      label: panelWords.live.formVersion(version, description),
    })),
});

const list = (what: string, names: readonly string[] = []) => ({
  what,
  choices: [...new Set(names)].map((value) => ({ value, label: value })),
});

/** What a parameter says as it stands; nothing of an expression. */
export const literal = (text: ParameterText | undefined): string =>
  typeof text === 'string' && !text.includes('${') ? text : '';
