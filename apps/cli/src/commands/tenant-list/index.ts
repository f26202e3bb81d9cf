import type { Tenant } from '@latchkey/server/administration';
import { administer } from '../../administer.ts';
import { defineCommand } from '../../define-command.ts';

const size = 100;

export const tenantList = defineCommand({
  words: ['tenant', 'list'],
  usage: '',
  summary: 'Lists every tenant with its limits.',
  takes: 0,
  options: {},
  run: async () => {
    const tenants = await administer(async ({ listTenants }) => {
      const all: Tenant[] = [];
      for (let page = 0; ; page += 1) {
        const { content, last } = await listTenants({ page, size, sort: ['id,asc'] });
        all.push(...content);
        if (last) return all;
      }
    });
    return { data: { tenants }, text: tenants.map(lineOf).join('\n') };
  },
});

const lineOf = ({ id, name, status, limits }: Tenant): string => {
  const limited = Object.entries(limits).map(([what, most]) => `${what} ${most}`);
  return [id, status, name, limited.join(', ')].filter((part) => part !== '').join('  ');
};
