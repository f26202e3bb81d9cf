import { administer } from '../../administer.ts';
import { defineCommand, UsageError } from '../../define-command.ts';

export const tenantDelete = defineCommand({
  words: ['tenant', 'delete'],
  usage: 'ID --confirm ID',
  summary: 'Erases a tenant with everything of it, for ever. Goes on where an earlier run was interrupted.',
  takes: 1,
  options: { confirm: { type: 'string' } },
  run: async ({ positionals: [id = ''], values }) => {
    if (values.confirm !== id) throw new UsageError(`To erase everything of ${id}, say --confirm ${id}.`);
    const rows = await administer(({ deleteTenant }) => deleteTenant(id));
    return { data: { id, rows }, text: `Erased ${id}: ${rows} rows.` };
  },
});
