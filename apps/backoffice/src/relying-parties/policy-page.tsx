import { getRelyingParty } from '@latchkey/contract';
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { FormFrame } from '../kit/form/form-frame.tsx';
import type { Form } from '../kit/form/use-form.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import classes from './policy.module.css';
import { PolicyFields } from './policy-fields.tsx';
import { PolicyPreview } from './policy-preview.tsx';
import type { PolicyValues } from './policy-values.ts';
import { TemplateField } from './template-field.tsx';
import { partyWords } from './words.ts';

type Props = {
  readonly title: string;
  readonly storeName: string;
  readonly rpId: string;
  readonly form: Form<PolicyValues>;
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  /** Below the form. */
  readonly below?: ReactNode;
  /** The button of a new policy. */
  readonly action?: string;
};

/** A policy's form below the options that it produces. */
export function PolicyPage({ title, storeName, rpId, form, meta, actions, below, action }: Props) {
  const party = useRead(getRelyingParty, { params: { storeName, rpId } });
  return (
    <Page
      title={title}
      meta={meta}
      actions={actions}
      trail={[
        <TextLink key="parties" to="/relying-parties" search={{ store: storeName }}>
          {partyWords.title}
        </TextLink>,
        <TextLink key="party" to="/relying-parties/$storeName/$rpId" params={{ storeName, rpId }}>
          {rpId}
        </TextLink>,
      ]}
    >
      <div className={classes.layout}>
        <Stack gap="lg" miw={0}>
          <FormFrame form={form} {...(action !== undefined && { action, isNew: true })}>
            {action !== undefined && <TemplateField form={form} />}
            <PolicyFields form={form} />
          </FormFrame>
          {below}
        </Stack>
        <PolicyPreview values={form.values} relyingParty={{ id: rpId, name: party.data?.name ?? rpId }} />
      </div>
    </Page>
  );
}
