import type { Rest } from './rest.ts';

/** Deploys the seeded definition once more, with a registration timeout that a test can wait for; answers its token. */
export async function hastyLink(api: Rest, seconds: number): Promise<string> {
  const name = `Hasty ${seconds}`;
  const { content } = (await api.get('/api/process-manager/processDefinitions?size=1')).body;
  const seeded = (await api.get(`/api/process-manager/processDefinitions/${content[0].id}`)).body;
  const xml = Buffer.from(seeded.resources.bpmn.data, 'base64').toString();
  const hasty = xml.replace(/(name="registrationTimeout"[^>]*>)[^<]*/, `$1${seconds}`);
  await api.post('/api/process-manager/processDefinitions', {
    name,
    resources: { bpmn: { data: Buffer.from(hasty).toString('base64'), type: 'BPMN' } },
    creationOption: 'Save & Deploy',
  });
  const token = { name, processDefnName: name, status: 'ACTIVE', type: 'UNLIMITED' };
  return (await api.post('/api/process-manager/processTokens', token)).body.id;
}
