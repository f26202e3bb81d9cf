import { administer } from '../../administer.ts';
import { defineCommand } from '../../define-command.ts';

export const passkeysVerify = defineCommand({
  words: ['passkeys', 'verify'],
  usage: 'TENANT',
  summary: 'Checks that every passkey of a tenant is in the database as it was registered, key by key.',
  takes: 1,
  options: {},
  run: async ({ positionals: [tenant = ''] }) => {
    const verdict = await administer(({ verifyPasskeys }) => verifyPasskeys(tenant));
    const { checked, unsealed } = verdict;
    const before =
      unsealed === 0 ? '' : ` ${unsealed} of an earlier version are to be sealed by a server yet.`;
    return {
      data: { tenant, ...verdict },
      text: `Whole: ${checked} passkeys as they were registered.${before}`,
    };
  },
});
