import { administer } from '../../administer.ts';
import { defineCommand } from '../../define-command.ts';

export const restored = defineCommand({
  words: ['restored'],
  usage: '',
  summary:
    'Ends what a restored database would let count again: sessions, invitations, registrations, counted links.',
  takes: 0,
  options: {},
  run: async () => {
    const voided = await administer(({ voidOneTime }) => voidOneTime());
    const { sessions, invitations, registrations, links } = voided;
    return {
      data: voided,
      text: `Ended ${sessions} sessions, ${invitations} invitations, ${registrations} registrations and ${links} links that count their uses.`,
    };
  },
});
