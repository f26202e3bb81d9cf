import { softFaults } from '@latchkey/passkeys/soft-authenticator';
import { defineCommand } from '../../define-command.ts';

export const authenticatorFaults = defineCommand({
  words: ['authenticator', 'faults'],
  usage: '',
  summary: 'Lists the deliberate faults, and the problem that a registration with each ends in.',
  takes: 0,
  options: {},
  run: async () => {
    const faults = Object.entries(softFaults).map(([name, { problem }]) => ({ name, problem }));
    return { data: { faults }, text: faults.map(({ name, problem }) => `${name}  ${problem}`).join('\n') };
  },
});
