import { createTrustAnchor } from '@latchkey/contract';
import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useWrite } from '../api/use-write.ts';
import { DialogForm } from '../kit/form/dialog-form.tsx';
import { LongTextField, TextField } from '../kit/form/fields.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { toast } from '../kit/toasts.ts';
import { certificateText } from './certificate-text.ts';
import { authenticatorWords as words } from './words.ts';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

const empty = { name: '', certificate: '', aaguid: '' };
const mostBytes = 12_000;

/** Trusts a root, given as text or as a file in PEM or DER. */
export function AddRootDialog({ isOpen, onClose }: Props) {
  const create = useWrite(createTrustAnchor);
  const form = useForm(empty, async ({ name, certificate, aaguid }) => {
    const model = aaguid.trim().toLowerCase();
    await create.mutateAsync({ body: { name, certificate, ...(model !== '' && { aaguid: model }) } });
    toast(words.addedDone(name));
    close();
  });
  const close = () => {
    form.reset(empty);
    onClose();
  };
  const take = async (file: File | null) => {
    if (file === null) return;
    if (file.size > mostBytes) return toast(words.fileTooLarge);
    const certificate = certificateText(new Uint8Array(await file.arrayBuffer()));
    form.set({ certificate, ...(form.values.name === '' && { name: file.name.replace(/\.\w+$/, '') }) });
  };
  return (
    <DialogForm form={form} title={words.addTitle} action={words.add} isOpen={isOpen} onClose={close}>
      <TextField form={form} name="name" label={words.name} help={words.nameHelp} isRequired />
      <LongTextField
        form={form}
        name="certificate"
        label={words.certificate}
        help={words.certificateHelp}
        isRequired
      />
      <FileButton
        accept=".pem,.crt,.cer,.der,.pub,application/x-pem-file,application/x-x509-ca-cert"
        onChange={(file) => void take(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconUpload size={16} />}
            style={{ alignSelf: 'flex-start' }}
          >
            {words.chooseFile}
          </Button>
        )}
      </FileButton>
      <TextField form={form} name="aaguid" label={words.aaguid} help={words.aaguidHelp} isMono />
    </DialogForm>
  );
}
