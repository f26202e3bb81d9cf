import {
  createCustomDataForm,
  listCustomDataFormVersions,
  listRegistrationPolicies,
  listRelyingParties,
  listStores,
} from '@latchkey/contract';
import { call } from '../../api/call.ts';
import { problemIn } from '../../api/call-failure.ts';
import type { Template, TemplateForm } from './templates.ts';

/** What the examples name, which a tenant may call otherwise. */
const examples = { store: 'demoStore', party: 'localhost', policy: 'passkeyPolicy' };

/**
 * A template's diagram as it runs in this tenant: with a store, relying party and policy that are there, and with its
 * forms, which are made where the tenant has none of the name.
 */
export async function fitTemplate({ xml, forms = [] }: Pick<Template, 'xml' | 'forms'>): Promise<string> {
  // A diagram that names no store asks for none.
  if (!xml.includes('name="storeName"')) return withForms(xml, forms);
  const stores = (await call(listStores, { query: { size: 100 } })).content.map(({ name }) => name);
  const store = chosen(stores, examples.store);
  const parties = store === undefined ? [] : await partiesOf(store);
  const party = chosen(parties, examples.party);
  const policies = store === undefined || party === undefined ? [] : await policiesOf(store, party);
  const policy = chosen(policies, examples.policy);
  const fitted = replaced(xml, { storeName: store, relyingPartyId: party, registrationPolicy: policy });
  return withForms(fitted, forms);
}

/** The text of each of these parameters, where there is one to put there. */
export const replaced = (xml: string, values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values).reduce((text, [name, value]) => {
    const parameter = new RegExp(`(<latchkey:parameter name="${name}">)[^<]*`, 'g');
    return value === undefined ? text : text.replace(parameter, (_, tag: string) => tag + escaped(value));
  }, xml);

/** The diagram with the version of a form where the form is named. */
export const withVersion = (xml: string, name: string, version: number): string =>
  xml.replaceAll(
    new RegExp(
      `(name="dataFormName">${name}</latchkey:parameter>\\s*<latchkey:parameter name="dataFormVersion">)\\d+`,
      'g',
    ),
    (_, before: string) => `${before}${version}`,
  );

async function withForms(xml: string, forms: readonly TemplateForm[]): Promise<string> {
  let fitted = xml;
  for (const form of forms) fitted = withVersion(fitted, form.name, await versionOf(form));
  return fitted;
}

/** The newest deployed version of a form; made where there is none. */
async function versionOf({ name, resource }: TemplateForm): Promise<number> {
  const query = { size: 200, sort: ['version,desc'] };
  const { content } = await call(listCustomDataFormVersions, { params: { name }, query }).catch((failure) => {
    if (problemIn(failure).status !== 404) throw failure;
    return { content: [] };
  });
  const deployed = content.find(({ status }) => status === 'DEPLOYED_ACTIVE');
  if (deployed) return deployed.version;
  const made = await call(createCustomDataForm, {
    body: { name, resource, creationOption: 'Save & Deploy' },
  });
  return made.version;
}

const chosen = (names: readonly string[], usual: string) => (names.includes(usual) ? usual : names[0]);

const partiesOf = async (storeName: string) =>
  (await call(listRelyingParties, { params: { storeName }, query: { size: 100 } })).content.map(
    (one) => one.relyingPartyId,
  );

const policiesOf = async (storeName: string, rpId: string) =>
  (await call(listRegistrationPolicies, { params: { storeName, rpId }, query: { size: 100 } })).content.map(
    ({ name }) => name,
  );

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
