import {
  cancelProcessInstance,
  deleteProcessInstance,
  listAudit,
  type ProcessInstance,
  retryProcessInstance,
  reviewProcessInstance,
} from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconPlayerStop, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { ReviewButtons } from '../reviews/review-buttons.tsx';
import { isLive } from './instance-status.tsx';
import { instanceWords } from './instance-words.ts';

type Props = { readonly instance: ProcessInstance; readonly hasIncident: boolean };

/** What an operator can do to an instance. */
export function InstanceActions({ instance, hasIncident }: Props) {
  const may = useMay();
  const { status } = instance;
  const isOpen = isLive(status) || status === 'COMPLETED_PROCESS_ERROR';
  return (
    <>
      {status === 'REVIEW' && may(reviewProcessInstance) && <ReviewButtons instance={instance} />}
      {isOpen && may(cancelProcessInstance) && <Cancel instance={instance} />}
      {!isLive(status) && status !== 'REVIEW' && may(deleteProcessInstance) && <Delete instance={instance} />}
      {hasIncident && may(retryProcessInstance) && <Retry instance={instance} />}
    </>
  );
}

type ActProps = Pick<Props, 'instance'>;

function Cancel({ instance: { id, processDefnName } }: ActProps) {
  const cancel = useWrite(cancelProcessInstance, { alsoChanges: [listAudit.tag] });
  const ask = () =>
    confirm({
      title: instanceWords.cancelTitle(processDefnName),
      effect: instanceWords.cancelEffect,
      action: instanceWords.cancel,
      isDangerous: true,
      run: async () => {
        await cancel.mutateAsync({ params: { id } });
        toast(instanceWords.cancelled);
      },
    });
  return (
    <Button variant="default" leftSection={<IconPlayerStop size={16} />} onClick={ask}>
      {instanceWords.cancel}
    </Button>
  );
}

function Delete({ instance: { id, processDefnName } }: ActProps) {
  const navigate = useNavigate();
  const remove = useWrite(deleteProcessInstance, { alsoChanges: [listAudit.tag] });
  const ask = () =>
    confirm({
      title: instanceWords.deleteTitle(processDefnName),
      effect: instanceWords.deleteEffect,
      action: instanceWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { id } });
        toast(instanceWords.deleted);
        await navigate({ to: '/instances' });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {instanceWords.delete}
    </Button>
  );
}

function Retry({ instance: { id } }: ActProps) {
  const retry = useWrite(retryProcessInstance, { alsoChanges: [listAudit.tag] });
  const ask = () =>
    confirm({
      title: instanceWords.retryTitle,
      effect: instanceWords.retryEffect,
      action: instanceWords.retry,
      run: async () => {
        await retry.mutateAsync({ params: { id } });
        toast(instanceWords.retried);
      },
    });
  return (
    <Button leftSection={<IconRefresh size={16} />} onClick={ask}>
      {instanceWords.retry}
    </Button>
  );
}
