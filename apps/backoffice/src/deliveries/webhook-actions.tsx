import {
  deleteWebhook,
  rotateWebhookSecret,
  updateWebhook,
  type Webhook,
  type WebhookWithSecret,
} from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconKey, IconPlayerPause, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { problemIn } from '../api/call-failure.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { toast } from '../kit/toasts.ts';
import { deliveryWords } from './words.ts';

type Props = { readonly webhook: Webhook };

/** Turns a webhook on or off. */
export function SwitchWebhook({ webhook: { id, name, status } }: Props) {
  const update = useWrite(updateWebhook);
  const isOn = status === 'ENABLED';
  const set = (next: Webhook['status']) =>
    update.mutateAsync({ params: { webhookId: id }, body: { status: next } });
  const change = () =>
    set(isOn ? 'DISABLED' : 'ENABLED').then(
      () =>
        toast(isOn ? deliveryWords.turnedOff(name) : deliveryWords.turnedOn(name), () =>
          set(isOn ? 'ENABLED' : 'DISABLED'),
        ),
      (failure: unknown) => toast(problemIn(failure).title),
    );
  return (
    <Button
      variant="default"
      loading={update.isPending}
      leftSection={isOn ? <IconPlayerPause size={16} /> : undefined}
      onClick={() => void change()}
    >
      {isOn ? deliveryWords.off : deliveryWords.on}
    </Button>
  );
}

type RotateProps = Props & { readonly onRotated: (webhook: WebhookWithSecret) => void };

/** Gives a webhook a new secret, which is then shown once. */
export function RotateSecret({ webhook: { id, name }, onRotated }: RotateProps) {
  const rotate = useWrite(rotateWebhookSecret);
  const ask = () =>
    confirm({
      title: deliveryWords.rotateTitle(name),
      effect: deliveryWords.rotateEffect,
      action: deliveryWords.rotate,
      run: async () => onRotated(await rotate.mutateAsync({ params: { webhookId: id }, body: {} })),
    });
  return (
    <Button variant="default" leftSection={<IconKey size={16} />} onClick={ask}>
      {deliveryWords.rotate}
    </Button>
  );
}

/** Deletes a webhook with all that is on its way to it. */
export function DeleteWebhook({ webhook: { id, name } }: Props) {
  const navigate = useNavigate();
  const remove = useWrite(deleteWebhook);
  const ask = () =>
    confirm({
      title: deliveryWords.deleteTitle(name),
      effect: deliveryWords.deleteEffect,
      action: deliveryWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { webhookId: id } });
        toast(deliveryWords.deleted(name));
        await navigate({ to: '/webhooks' });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {deliveryWords.delete}
    </Button>
  );
}
