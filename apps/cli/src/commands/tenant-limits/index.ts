import { administer } from '../../administer.ts';
import { defineCommand } from '../../define-command.ts';
import { limitOptions, limitUsage, readLimits } from '../../limit-options.ts';

export const tenantLimits = defineCommand({
  words: ['tenant', 'limits'],
  usage: `ID ${limitUsage}`,
  summary: 'Shows the limits of a tenant, after changing those that are given.',
  takes: 1,
  options: limitOptions,
  run: async (given) => {
    const [id = ''] = given.positionals;
    const tenant = await administer(async ({ getTenant, setLimits }) => {
      const { limits } = await getTenant(id);
      const changes = readLimits(given);
      return Object.keys(changes).length === 0 ? getTenant(id) : setLimits(id, { ...limits, ...changes });
    });
    const lines = Object.entries(tenant.limits).map(([what, most]) => `${what}: ${most}`);
    return { data: tenant, text: lines.length === 0 ? `${id} has no limits.` : lines.join('\n') };
  },
});
