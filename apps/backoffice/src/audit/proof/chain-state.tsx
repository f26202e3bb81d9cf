import type { AuditChain } from '@latchkey/contract';
import { Button, Text } from '@mantine/core';
import { IconAnchor } from '@tabler/icons-react';
import { Copyable } from '../../kit/copyable.tsx';
import { Facts } from '../../kit/facts.tsx';
import { Section } from '../../kit/form/section.tsx';
import { toast } from '../../kit/toasts.ts';
import { anchorText } from './anchor.ts';
import { proofWords } from './proof-words.ts';

/** Where the chain stands, and its newest place to copy. */
export function ChainState({ chain: { newest, keptFrom } }: { readonly chain: AuditChain }) {
  const copy = () =>
    navigator.clipboard.writeText(anchorText(newest)).then(
      () => toast(proofWords.copied),
      () => toast(proofWords.notCopied),
    );
  return (
    <Section title={proofWords.chain} text={proofWords.chainText}>
      {newest.position === 0 ? (
        <Text c="dimmed">{proofWords.empty}</Text>
      ) : (
        <>
          <Facts
            facts={[
              [proofWords.linked, (newest.position - keptFrom.position).toLocaleString('en')],
              [
                proofWords.kept,
                keptFrom.position === 0
                  ? proofWords.fromTheFirst
                  : proofWords.fromPosition(keptFrom.position + 1),
              ],
              [proofWords.newest, <Copyable key="newest" text={newest.hash} what={proofWords.newest} />],
            ]}
          />
          <div>
            <Button variant="default" leftSection={<IconAnchor size={16} />} onClick={() => void copy()}>
              {proofWords.copyAnchor}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
