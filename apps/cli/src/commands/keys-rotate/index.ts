import { administer } from '../../administer.ts';
import { defineCommand } from '../../define-command.ts';

export const keysRotate = defineCommand({
  words: ['keys', 'rotate'],
  usage: '',
  summary: 'Wraps every key in the database by the first key of LATCHKEY_SECRET_KEY, beside running servers.',
  takes: 0,
  options: {},
  run: async () => {
    const rotation = await administer(({ rotateKeys }) => rotateKeys());
    const { rewrapped, unreadable } = rotation;
    const lost = unreadable.map((name) => `\nNo key at hand opens ${name}.`).join('');
    const next = unreadable.length === 0 ? ' Former keys can go from LATCHKEY_SECRET_KEY.' : lost;
    return { data: rotation, text: `Wrapped ${rewrapped} keys anew.${next}` };
  },
});
