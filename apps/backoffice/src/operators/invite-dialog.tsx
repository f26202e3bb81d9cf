import { type CreatedInvitation, createInvitation, type OperatorRole } from '@latchkey/contract';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { DialogForm } from '../kit/form/dialog-form.tsx';
import { SelectField, TextField } from '../kit/form/fields.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { SecretText } from '../kit/secret-text.tsx';
import { common } from '../words/common.ts';
import { roleChoices } from './role-choices.ts';
import { StoresField, storesOf } from './stores-field.tsx';
import { operatorWords } from './words.ts';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

const blank = { name: '', email: '', role: 'support' as OperatorRole, stores: [] as readonly string[] };

/** Invites an operator, then shows the one-time link once. */
export function InviteDialog({ isOpen, onClose }: Props) {
  const [created, setCreated] = useState<CreatedInvitation>();
  const create = useWrite(createInvitation);
  const form = useForm(blank, async (values) => {
    const { name, email, role } = values;
    const stores = storesOf(values);
    const more = { ...(email !== '' && { email }), ...(stores && { stores }) };
    setCreated(await create.mutateAsync({ body: { name, role, ...more } }));
  });
  const close = () => {
    form.reset(blank);
    setCreated(undefined);
    onClose();
  };
  if (created) return <LinkDialog created={created} isOpen={isOpen} onClose={close} />;
  return (
    <DialogForm
      form={form}
      title={operatorWords.inviteTitle}
      action={operatorWords.inviteAction}
      isOpen={isOpen}
      onClose={close}
    >
      <TextField form={form} name="name" label={operatorWords.name} isRequired />
      <TextField
        form={form}
        name="email"
        type="email"
        label={operatorWords.email}
        help={operatorWords.emailHelp}
      />
      <SelectField
        form={form}
        name="role"
        label={operatorWords.role}
        help={operatorWords.roleHelp[form.values.role]}
        choices={roleChoices}
      />
      <StoresField form={form} />
    </DialogForm>
  );
}

const LinkDialog = ({ created, isOpen, onClose }: Props & { readonly created: CreatedInvitation }) => (
  <Modal
    opened={isOpen}
    onClose={onClose}
    closeOnClickOutside={false}
    title={<Text fw={600}>{operatorWords.linkTitle(created.name)}</Text>}
    closeButtonProps={{ 'aria-label': common.close }}
  >
    <Stack gap="md">
      <Text>{operatorWords.linkText}</Text>
      <SecretText text={created.link} what={operatorWords.linkWhat} />
      <Button style={{ alignSelf: 'flex-end' }} onClick={onClose}>
        {operatorWords.linkDone}
      </Button>
    </Stack>
  </Modal>
);
