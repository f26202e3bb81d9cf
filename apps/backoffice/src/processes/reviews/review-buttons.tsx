import { listAudit, type ProcessInstance, reviewProcessInstance } from '@latchkey/contract';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { DialogForm } from '../../kit/form/dialog-form.tsx';
import { LongTextField } from '../../kit/form/fields.tsx';
import { useForm } from '../../kit/form/use-form.ts';
import { toast } from '../../kit/toasts.ts';
import { reviewWords } from './review-words.ts';

type Decision = 'APPROVED' | 'DECLINED';
type Props = {
  readonly instance: Pick<ProcessInstance, 'id'>;
  readonly size?: 'xs' | 'sm';
};

const words = {
  APPROVED: {
    title: reviewWords.approveTitle,
    effect: reviewWords.approveEffect,
    action: reviewWords.approve,
    done: reviewWords.approved,
  },
  DECLINED: {
    title: reviewWords.declineTitle,
    effect: reviewWords.declineEffect,
    action: reviewWords.decline,
    done: reviewWords.declined,
  },
} as const;

/** Approve or decline, each with a comment. */
export function ReviewButtons({ instance: { id }, size = 'sm' }: Props) {
  const [decision, setDecision] = useState<Decision>('APPROVED');
  const [isOpen, setOpen] = useState(false);
  const review = useWrite(reviewProcessInstance, { alsoChanges: [listAudit.tag] });
  const form = useForm({ comment: '' }, async ({ comment }) => {
    await review.mutateAsync({ params: { id }, body: { decision, ...(comment !== '' && { comment }) } });
    toast(words[decision].done);
    setOpen(false);
  });
  const ask = (next: Decision) => {
    setDecision(next);
    setOpen(true);
  };
  const { title, effect, action } = words[decision];
  return (
    <>
      <Button size={size} variant="default" onClick={() => ask('DECLINED')}>
        {reviewWords.decline}
      </Button>
      <Button size={size} onClick={() => ask('APPROVED')}>
        {reviewWords.approve}
      </Button>
      <DialogForm form={form} title={title} action={action} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Text>{effect}</Text>
        <LongTextField
          form={form}
          name="comment"
          label={reviewWords.comment}
          help={reviewWords.commentHelp}
        />
      </DialogForm>
    </>
  );
}
