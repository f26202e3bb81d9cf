import { createProcessToken } from '@latchkey/contract';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/use-write.ts';
import { FormFrame } from '../../kit/form/form-frame.tsx';
import { useForm } from '../../kit/form/use-form.ts';
import { TextLink } from '../../kit/links.tsx';
import { useSearch } from '../../kit/list/use-search.ts';
import { Page } from '../../kit/page.tsx';
import { toast } from '../../kit/toasts.ts';
import { DefinitionFields } from './definition-fields.tsx';
import { suggestName } from './suggest-name.ts';
import { TokenFields } from './token-fields.tsx';
import { newTokenOf, tokenValues } from './token-values.ts';
import { tokenWords } from './token-words.ts';
import { newTokenSearch } from './tokens-search.ts';

/** Makes a process token. */
export function NewTokenScreen() {
  const [{ definition }] = useSearch(newTokenSearch);
  const navigate = useNavigate();
  const create = useWrite(createProcessToken);
  const initial = tokenValues({
    processDefnName: definition ?? '',
    ...(definition !== undefined && { name: suggestName(definition) }),
  });
  const form = useForm(initial, async (values) => {
    const { auditId: id, name } = await create.mutateAsync({ body: newTokenOf(values) });
    toast(tokenWords.made(name));
    await navigate({ to: '/tokens/$id', params: { id } });
  });
  return (
    <Page
      title={tokenWords.create}
      width="narrow"
      trail={[
        <TextLink key="tokens" to="/tokens">
          {tokenWords.title}
        </TextLink>,
      ]}
    >
      <FormFrame
        form={form}
        action={tokenWords.createAction}
        isNew
        onCancel={() => void navigate({ to: '/tokens' })}
      >
        <TokenFields form={form} target={<DefinitionFields form={form} />} />
      </FormFrame>
    </Page>
  );
}
