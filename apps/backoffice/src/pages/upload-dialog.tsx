import { deployCustomPage } from '@latchkey/contract';
import { useState } from 'react';
import { DialogForm } from '../kit/form/dialog-form.tsx';
import { SwitchField } from '../kit/form/fields.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { useMay } from '../session/use-session.ts';
import { pageWords } from './page-words.ts';
import { base64Of, UploadBox } from './upload-box.tsx';
import { useSavePage } from './use-save-page.ts';

type Props = {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

/** Makes the next version of a page from an archive; a refusal names the entry. */
export function UploadDialog({ name, isOpen, onClose, onSaved }: Props) {
  const may = useMay();
  const [file, setFile] = useState<File | null>(null);
  const close = () => {
    setFile(null);
    onClose();
  };
  const save = useSavePage(() => {
    close();
    onSaved();
  });
  const form = useForm({ deploys: false }, async ({ deploys }) =>
    save({ name, archive: file === null ? '' : await base64Of(file) }, deploys),
  );
  return (
    <DialogForm
      form={form}
      title={pageWords.uploadVersion}
      action={pageWords.saveDraft}
      isOpen={isOpen}
      onClose={close}
    >
      <UploadBox file={file} onChoose={setFile} />
      {may(deployCustomPage) && <SwitchField form={form} name="deploys" label={pageWords.deploy} />}
    </DialogForm>
  );
}
