import { type Passkey, updatePasskey } from '@latchkey/contract';
import { useWrite } from '../api/use-write.ts';
import { DialogForm } from '../kit/form/dialog-form.tsx';
import { TextField } from '../kit/form/fields.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { toast } from '../kit/toasts.ts';
import { userWords } from './words.ts';

type Props = {
  readonly passkey: Passkey;
  readonly params: { readonly storeName: string; readonly userId: string; readonly id: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Gives a passkey another name. */
export function RenamePasskey({ passkey, params, isOpen, onClose }: Props) {
  const update = useWrite(updatePasskey);
  const form = useForm({ name: passkey.name }, async (body) => {
    await update.mutateAsync({ params, body });
    const before = { name: passkey.name };
    toast(userWords.renamed, () => update.mutateAsync({ params, body: before }));
    onClose();
  });
  return (
    <DialogForm
      form={form}
      title={userWords.renameTitle}
      action={userWords.rename}
      isOpen={isOpen}
      onClose={onClose}
    >
      <TextField form={form} name="name" label={userWords.passkeyName} isRequired />
    </DialogForm>
  );
}
