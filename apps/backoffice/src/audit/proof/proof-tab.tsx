import {
  type AuditChain,
  eraseAuditActor,
  getAuditChain,
  updateAuditRetention,
  verifyAudit,
} from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useMay } from '../../session/use-session.ts';
import { AuditRetention } from './audit-retention.tsx';
import { ChainState } from './chain-state.tsx';
import { EraseOperator } from './erase-operator.tsx';
import { VerifyChain } from './verify-chain.tsx';

/** Whether anybody has changed the audit, and for how long it is kept. */
export function ProofTab() {
  const answer = useRead(getAuditChain, {});
  return <Loaded answer={answer}>{(chain) => <Proof chain={chain} />}</Loaded>;
}

function Proof({ chain }: { readonly chain: AuditChain }) {
  const may = useMay();
  return (
    <Stack gap="lg">
      <ChainState chain={chain} />
      {may(verifyAudit) && <VerifyChain chain={chain} />}
      <AuditRetention chain={chain} mayChange={may(updateAuditRetention)} />
      {may(eraseAuditActor) && <EraseOperator />}
    </Stack>
  );
}
