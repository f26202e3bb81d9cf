import { listProcessDefinitions, listProcessDefinitionVersions } from '@latchkey/contract';
import { useRead } from '../../api/use-read.ts';
import { SelectField } from '../../kit/form/fields.tsx';
import { FieldRow } from '../../kit/form/section.tsx';
import type { Form } from '../../kit/form/use-form.ts';
import type { TokenValues } from './token-values.ts';
import { tokenWords } from './token-words.ts';

/** Which definition a new token starts, and which version of it. */
export function DefinitionFields({ form }: { readonly form: Form<TokenValues> }) {
  const { processDefnName } = form.values;
  const definitions = useRead(listProcessDefinitions, {
    query: { status: 'DEPLOYED_ACTIVE', size: 200, sort: ['name,asc'] },
  });
  const versions = useRead(
    listProcessDefinitionVersions,
    { params: { name: processDefnName }, query: { size: 200, sort: ['version,desc'] } },
    { enabled: processDefnName !== '' },
  );
  const names = [...new Set((definitions.data?.content ?? []).map(({ name }) => name))];
  const deployed = (versions.data?.content ?? []).filter(
    ({ name, status }) => name === processDefnName && status === 'DEPLOYED_ACTIVE',
  );
  return (
    <FieldRow>
      <SelectField
        form={form}
        name="processDefnName"
        label={tokenWords.definition}
        help={
          names.length === 0 && definitions.isSuccess ? tokenWords.definitionNone : tokenWords.definitionHelp
        }
        choices={names.map((value) => ({ value, label: value }))}
        isSearchable
        isRequired
      />
      <SelectField
        form={form}
        name="processDefnVersion"
        label={tokenWords.version}
        help={tokenWords.versionHelp}
        choices={deployed.map(({ version }) => ({
          value: String(version),
          label: tokenWords.versionOf(version),
        }))}
        placeholder={tokenWords.newest}
        isClearable
      />
    </FieldRow>
  );
}
