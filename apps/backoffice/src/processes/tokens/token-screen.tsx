import { getProcessToken, type ProcessToken, updateProcessToken } from '@latchkey/contract';
import { Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { Copyable } from '../../kit/copyable.tsx';
import { Facts } from '../../kit/facts.tsx';
import { FormFrame } from '../../kit/form/form-frame.tsx';
import { Section } from '../../kit/form/section.tsx';
import { useForm } from '../../kit/form/use-form.ts';
import { LinkButton, TextLink } from '../../kit/links.tsx';
import { LoadedPage } from '../../kit/loaded-page.tsx';
import { Moment } from '../../kit/moment.tsx';
import { Page } from '../../kit/page.tsx';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { LinkCard } from './link-card.tsx';
import { TokenActions } from './token-actions.tsx';
import { TokenFields } from './token-fields.tsx';
import { TokenStatus } from './token-status.tsx';
import { TokenTarget } from './token-target.tsx';
import { tokenChangeOf, tokenValues } from './token-values.ts';
import { tokenWords } from './token-words.ts';

const trail = [
  <TextLink key="tokens" to="/tokens">
    {tokenWords.title}
  </TextLink>,
];

/** One process token: its link, then every field. */
export function TokenScreen() {
  const params = useParams({ from: '/shell/tokens/$id' });
  const answer = useRead(getProcessToken, { params });
  return (
    <LoadedPage answer={answer} trail={trail}>
      {(token) => <TokenPage key={token.id} token={token} />}
    </LoadedPage>
  );
}

type Props = { readonly token: ProcessToken };

function TokenPage({ token }: Props) {
  const may = useMay();
  return (
    <Page
      title={token.name}
      width="narrow"
      meta={<TokenStatus token={token} />}
      description={token.description || undefined}
      trail={trail}
      actions={
        <>
          <LinkButton variant="default" to="/instances" search={{ token: token.auditId }}>
            {tokenWords.instances}
          </LinkButton>
          <TokenActions token={token} />
        </>
      }
    >
      <Stack gap="lg">
        <LinkCard token={token} />
        <Section title={tokenWords.facts}>
          <TokenFacts token={token} />
        </Section>
        {may(updateProcessToken) && <TokenForm key={token.lastUpdatedDtm} token={token} />}
      </Stack>
    </Page>
  );
}

const TokenFacts = ({ token }: Props) => (
  <Facts
    facts={[
      [tokenWords.id, <Copyable key="id" text={token.id} what={tokenWords.id} />],
      [tokenWords.auditId, <Copyable key="audit" text={token.auditId} what={tokenWords.auditId} />],
      [
        tokenWords.uses,
        token.type === 'MULTI_USE_COUNT_LIMITED'
          ? tokenWords.usesOf(token.counter, token.maxCount ?? 0)
          : tokenWords.types[token.type],
      ],
      [tokenWords.created, <Moment key="created" at={token.createdDtm} />],
      [tokenWords.createdBy, token.createdBy],
      [tokenWords.lastChanged, <Moment key="changed" at={token.lastUpdatedDtm} />],
    ]}
  />
);

function TokenForm({ token }: Props) {
  const update = useWrite(updateProcessToken);
  const form = useForm(tokenValues(token), async (values) => {
    await update.mutateAsync({ params: { id: token.id }, body: tokenChangeOf(values) });
    toast(tokenWords.saved);
  });
  return (
    <FormFrame form={form}>
      <TokenFields
        form={form}
        target={
          <div>
            <TokenTarget token={token} />
            <Text c="dimmed" size="sm">
              {tokenWords.fixed}
            </Text>
          </div>
        }
      />
    </FormFrame>
  );
}
