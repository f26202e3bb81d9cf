import { administer } from '../../administer.ts';
import { defineCommand } from '../../define-command.ts';

export const auditHead = defineCommand({
  words: ['audit', 'head'],
  usage: 'TENANT',
  summary:
    'Prints the newest place of a tenant’s audit; keep it where nobody with the database can change it.',
  takes: 1,
  options: {},
  run: async ({ positionals: [tenant = ''] }) => {
    const { newest } = await administer(({ auditChain }) => auditChain(tenant));
    return { data: { tenant, ...newest }, text: `${newest.position}:${newest.hash}` };
  },
});
