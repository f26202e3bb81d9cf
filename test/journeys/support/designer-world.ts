import { type Rest, rest } from '../../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../../support/serve-latchkey.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './ada-at-backoffice.ts';

/**
 * A real server and a browser in which Ada, an administrator, is signed in. `close` fails when the policy of a page
 * had to refuse anything.
 */
export type DesignerWorld = Omit<AdaAtBackoffice<ServedLatchkey>, 'world'> & {
  readonly latchkey: ServedLatchkey;
  readonly api: Rest;
};

const processes = '/api/process-manager';

export async function designerWorld(): Promise<DesignerWorld> {
  const { world: latchkey, ...ada } = await adaAtBackoffice(serveLatchkey, {
    viewport: { width: 1600, height: 1000 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { refusals } = ada;
  return {
    ...ada,
    latchkey,
    api: rest(latchkey.baseUrl, latchkey.apiKey),
    close: async () => {
      await ada.close();
      if (refusals.length > 0) throw new Error(`The page broke its policy:\n${refusals.join('\n')}`);
    },
  };
}

/** The diagram as the server has it of the newest version. */
export async function savedDiagram(api: Rest, name: string): Promise<string> {
  const { body: versions } = await api.get(
    `${processes}/processDefinitions/${encodeURIComponent(name)}/versions?sort=version,desc`,
  );
  const { body } = await api.get(`${processes}/processDefinitions/${versions.content[0].id}`);
  return Buffer.from(body.resources.bpmn.data, 'base64').toString();
}

/** Saves a draft of a new definition. */
export const saveDiagram = (api: Rest, name: string, data: string) =>
  api.post(`${processes}/processDefinitions`, { name, resources: { bpmn: { type: 'BPMN', data } } });
