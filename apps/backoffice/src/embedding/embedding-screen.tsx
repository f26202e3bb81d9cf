import { type Embedding, getEmbedding, setEmbedding } from '@latchkey/contract';
import { Code, List, Stack, Text } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { FormFrame } from '../kit/form/form-frame.tsx';
import { Section } from '../kit/form/section.tsx';
import { TextListField } from '../kit/form/text-list-field.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import classes from './embedding.module.css';
import { embeddingWords } from './embedding-words.ts';

/** Which sites may show journeys, and what they put into their pages. */
export function EmbeddingScreen() {
  const answer = useRead(getEmbedding, {});
  const may = useMay();
  return (
    <LoadedPage answer={answer} trail={[]}>
      {(embedding) => (
        <Page title={embeddingWords.title} description={embeddingWords.description} width="narrow">
          <Stack gap="lg">
            {may(setEmbedding) ? <Sites embedding={embedding} /> : <Listed embedding={embedding} />}
            <Section title={embeddingWords.how} text={embeddingWords.howText}>
              <div className={classes.snippet}>
                <Code block tabIndex={0} aria-label={embeddingWords.snippet} role="region">
                  {snippet}
                </Code>
                <span className={classes.copy}>
                  <CopyButton text={snippet} label={embeddingWords.copy} size={28} />
                </span>
              </div>
            </Section>
          </Stack>
        </Page>
      )}
    </LoadedPage>
  );
}

type Props = { readonly embedding: Embedding };
type Values = { readonly origins: readonly string[] };

function Sites({ embedding: { origins } }: Props) {
  const set = useWrite(setEmbedding);
  const form = useForm<Values>({ origins }, async (values) => {
    await set.mutateAsync({ body: { origins: [...values.origins] } });
    toast(embeddingWords.saved);
  });
  return (
    <FormFrame form={form}>
      <Section title={embeddingWords.sites} text={embeddingWords.sitesText}>
        <TextListField
          form={form}
          name="origins"
          label={embeddingWords.origins}
          help={embeddingWords.originsHelp}
          placeholder={embeddingWords.example}
        />
        <Text size="sm" c="dimmed">
          {embeddingWords.policies}
        </Text>
      </Section>
    </FormFrame>
  );
}

const Listed = ({ embedding: { origins } }: Props) => (
  <Section title={embeddingWords.sites} text={embeddingWords.sitesText}>
    {origins.length === 0 ? (
      <Text c="dimmed">{embeddingWords.none}</Text>
    ) : (
      <List>
        {origins.map((origin) => (
          <List.Item key={origin}>{origin}</List.Item>
        ))}
      </List>
    )}
  </Section>
);

const snippet = `<div id="passkey"></div>
<script src="${location.origin}/web/trustweb/embed.js"></script>
<script>
  Latchkey.open({
    link: '${location.origin}/web/trustweb?pt=YOUR-TOKEN',
    container: '#passkey',
    on: {
      completed: ({ outcome, redirectUrl }) => console.log(outcome, redirectUrl),
      cancelled: () => console.log('No passkey yet'),
      failed: ({ reason }) => console.log('Failed', reason),
    },
  });
</script>`;
