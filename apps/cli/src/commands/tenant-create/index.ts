import { administer } from '../../administer.ts';
import { defineCommand, UsageError } from '../../define-command.ts';
import { limitOptions, limitUsage, readLimits } from '../../limit-options.ts';

export const tenantCreate = defineCommand({
  words: ['tenant', 'create'],
  usage: `ID --name NAME ${limitUsage}`,
  summary: 'Creates a tenant and shows the one-time link by which its first administrator signs up.',
  takes: 1,
  options: { name: { type: 'string' }, ...limitOptions },
  run: async (given) => {
    const [id = ''] = given.positionals;
    const { name } = given.values;
    if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(id))
      throw new UsageError('ID must be lower-case letters, digits and hyphens, at most 63.');
    if (!name || name.length > 255) throw new UsageError('--name must be a name of at most 255 characters.');
    const made = await administer(({ createTenant }) =>
      createTenant({ id, name, limits: readLimits(given) }),
    );
    return { data: made, text: `Created ${id}. Its first administrator signs up at ${made.setUpUrl}` };
  },
});
