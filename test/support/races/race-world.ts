import type { Database } from '../../../apps/server/src/db/sql.ts';
import { startCluster } from '../cluster.ts';
import { chain, diagram, endEvent, startEvent, task } from '../diagram.ts';
import { hastyLink } from '../hasty-link.ts';
import { type Rest, rest } from '../rest.ts';

/** Two server processes on one database, and the links that races begin with. */
export type RaceWorld = {
  readonly bases: readonly [string, string];
  readonly apis: readonly [Rest, Rest];
  /** As the owner of the tables, who sees what the processes stored. */
  readonly database: Database;
  readonly store: string;
  /** Ids of process tokens: the guide's process, the same with a timer that is soon due, a form alone. */
  readonly links: { readonly guide: string; readonly hasty: string; readonly form: string };
  readonly stop: () => Promise<void>;
};

/** Seconds until the timer of a hasty journey; a batch of them has arrived by then. */
/** Time for a hundred people to come to the prompt, also on a busy machine. */
const hastySeconds = 20;

/** Starts both, with rates that no race meets. */
export async function openRaceWorld(): Promise<RaceWorld> {
  const rates = 'client=999999999 visitor=999999999 address=999999999 link=999999999';
  const cluster = await startCluster(2, { LATCHKEY_RATES: rates, LATCHKEY_LOG: 'error' });
  const { servers, bases, database, stop } = cluster;
  const [first, second] = servers;
  const [one, two] = bases;
  if (!first || !second || !one || !two) throw new Error('two servers were asked for');
  const apis = [rest(one, first.apiKey), rest(two, second.apiKey)] as const;
  const [api] = apis;
  return {
    bases: [one, two],
    apis,
    database,
    store: `/api/identity-store/stores/${first.storeName}`,
    links: {
      guide: new URL(first.journeyUrl).searchParams.get('pt') ?? '',
      hasty: await hastyLink(api, hastySeconds),
      form: await formLink(api),
    },
    stop,
  };
}

async function formLink(api: Rest): Promise<string> {
  const name = 'A form alone';
  const form = task('Form', 'customDataForm', {
    dataFormName: 'passkeyRegistrationForm',
    formDataKey: 'form1',
  });
  const data = diagram(startEvent(), form, endEvent(), chain('Form'));
  await api.post('/api/process-manager/processDefinitions', {
    name,
    resources: { bpmn: { data, type: 'BPMN' } },
    creationOption: 'Save & Deploy',
  });
  const token = { name, processDefnName: name, status: 'ACTIVE' };
  return (await api.post('/api/process-manager/processTokens', token)).body.id;
}
