import { fromBase64url, toBase64url } from '@latchkey/kernel';
import type { Place } from '@latchkey/server/administration';
import { administer } from '../../administer.ts';
import { defineCommand, UsageError } from '../../define-command.ts';

export const auditVerify = defineCommand({
  words: ['audit', 'verify'],
  usage: 'TENANT [--anchor POSITION:HASH]',
  summary: 'Checks a tenant’s audit, link by link, and against a place that `audit head` printed earlier.',
  takes: 1,
  options: { anchor: { type: 'string' } },
  run: async ({ positionals: [tenant = ''], values }) => {
    const anchor = values.anchor === undefined ? undefined : readPlace(values.anchor);
    const { checked, erased, newest } = await administer(({ verifyAudit }) => verifyAudit(tenant, anchor));
    const head = { position: newest.position, hash: toBase64url(newest.hash) };
    const text = `Whole: ${checked} links up to ${head.position}:${head.hash}; ${erased} of erased actors.`;
    return { data: { tenant, checked, erased, newest: head }, text };
  },
});

function readPlace(text: string): Place {
  const [, position, encoded] = /^(\d{1,15}):([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  const hash = encoded === undefined ? undefined : fromBase64url(encoded);
  if (hash === undefined) throw new UsageError('--anchor must be as `latchkey audit head` prints it.');
  return { position: Number(position), hash };
}
