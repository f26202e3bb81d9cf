import {
  listProcessDefinitions,
  listProcessDefinitionTags,
  listProcessDefinitionVersions,
} from '@latchkey/contract';
import { useRead } from '../../api/use-read.ts';
import { SelectField } from '../../kit/form/fields.tsx';
import { FieldRow } from '../../kit/form/section.tsx';
import type { Form } from '../../kit/form/use-form.ts';
import { followed, type TokenValues } from './token-values.ts';
import { tokenWords } from './token-words.ts';

type Props = { readonly form: Form<TokenValues> };

/** What a new token starts: the newest version of a definition, one version, or the one that has a tag. */
export function DefinitionFields({ form }: Props) {
  const { follows } = form.values;
  return (
    <>
      <SelectField
        form={form}
        name="follows"
        label={tokenWords.follows}
        help={tokenWords.followsHelp[follows]}
        choices={followed.map((value) => ({ value, label: tokenWords.followed[value] }))}
        isRequired
      />
      {follows === 'tag' ? (
        <TagField form={form} />
      ) : (
        <FieldRow>
          <NameField form={form} />
          {follows === 'version' && <VersionField form={form} />}
        </FieldRow>
      )}
    </>
  );
}

function NameField({ form }: Props) {
  const definitions = useRead(listProcessDefinitions, {
    query: { status: 'DEPLOYED_ACTIVE', size: 200, sort: ['name,asc'] },
  });
  const names = [...new Set((definitions.data?.content ?? []).map(({ name }) => name))];
  const isNone = names.length === 0 && definitions.isSuccess;
  return (
    <SelectField
      form={form}
      name="processDefnName"
      label={tokenWords.definition}
      help={isNone ? tokenWords.definitionNone : tokenWords.definitionHelp}
      choices={names.map((value) => ({ value, label: value }))}
      isSearchable
      isRequired
    />
  );
}

function VersionField({ form }: Props) {
  const { processDefnName } = form.values;
  const versions = useRead(
    listProcessDefinitionVersions,
    { params: { name: processDefnName }, query: { size: 200, sort: ['version,desc'] } },
    { enabled: processDefnName !== '' },
  );
  const deployed = (versions.data?.content ?? []).filter(
    ({ name, status }) => name === processDefnName && status === 'DEPLOYED_ACTIVE',
  );
  return (
    <SelectField
      form={form}
      name="processDefnVersion"
      label={tokenWords.version}
      help={tokenWords.versionHelp}
      choices={deployed.map(({ version }) => ({
        value: String(version),
        label: tokenWords.versionOf(version),
      }))}
      isRequired
    />
  );
}

function TagField({ form }: Props) {
  const tags = useRead(listProcessDefinitionTags, {});
  const isNone = tags.data?.length === 0;
  return (
    <SelectField
      form={form}
      name="processDefnTag"
      label={tokenWords.tag}
      help={isNone ? tokenWords.tagNone : tokenWords.tagHelp}
      choices={(tags.data ?? []).map(({ name, processDefnName, processDefnVersion }) => ({
        value: name,
        label: tokenWords.tagOn(name, processDefnName, processDefnVersion),
      }))}
      isSearchable
      isRequired
    />
  );
}
