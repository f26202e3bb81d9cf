import { Checkbox, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Form } from '../kit/form/use-form.ts';
import { useSession } from '../session/use-session.ts';
import { useStores } from '../stores/use-stores.ts';
import type { KeyValues } from './key-values.ts';
import { findPermissions, type PermissionGroup, permissionGroups } from './permission-groups.ts';
import { PermissionScope } from './permission-scope.tsx';
import classes from './permissions.module.css';
import { keyWords } from './words.ts';

/** Picks permissions from the operations of the contract, by subject; for the whole tenant or for one identity store. */
export function PermissionField({ form }: { readonly form: Form<KeyValues> }) {
  const { tenant, permissions: held } = useSession();
  const { stores } = useStores(undefined);
  const [scope, setScope] = useState('');
  const [text, setText] = useState('');
  const picked = new Set(form.values.permissions);
  const offered = (storeId: string) => permissionGroups(tenant, new Set(held), storeId);
  const groups = offered(scope);
  const known = new Set(
    ['', ...stores.map(({ id }) => id)]
      .flatMap(offered)
      .flatMap(({ choices }) => choices.map(({ permission }) => permission)),
  );
  const others = form.values.permissions.filter((permission) => !known.has(permission));
  const error = form.errors.at('permissions');
  const set = (permissions: readonly string[], isPicked: boolean) =>
    form.set({
      permissions: isPicked
        ? [...new Set([...form.values.permissions, ...permissions])]
        : form.values.permissions.filter((one) => !permissions.includes(one)),
    });
  return (
    <>
      <PermissionScope stores={stores} scope={scope} picked={form.values.permissions} onChange={setScope} />
      <TextInput
        aria-label={keyWords.filterPermissions}
        placeholder={keyWords.filterPermissions}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSectionWidth={120}
        rightSection={
          <Text size="sm" c="dimmed">
            {keyWords.permissionCount(picked.size)}
          </Text>
        }
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {error !== undefined && <Text c="var(--mantine-color-error)">{error}</Text>}
      <div className={classes.groups}>
        {findPermissions(groups, text).map((group) => (
          <Group key={group.label} group={group} picked={picked} onSet={set} />
        ))}
        {others.length > 0 && (
          <Group
            group={{
              label: keyWords.other,
              choices: others.map((permission) => ({ permission, summary: permission })),
            }}
            picked={picked}
            onSet={set}
          />
        )}
      </div>
    </>
  );
}

type GroupProps = {
  readonly group: PermissionGroup;
  readonly picked: ReadonlySet<string>;
  readonly onSet: (permissions: readonly string[], isPicked: boolean) => void;
};

function Group({ group: { label, choices }, picked, onSet }: GroupProps) {
  const permissions = choices.map(({ permission }) => permission);
  const count = permissions.filter((one) => picked.has(one)).length;
  const isAll = count === permissions.length;
  return (
    <fieldset className={classes.group}>
      <legend>
        <Checkbox
          label={label}
          aria-label={keyWords.all(label)}
          fw={600}
          checked={isAll}
          indeterminate={count > 0 && !isAll}
          onChange={() => onSet(permissions, !isAll)}
        />
      </legend>
      {choices.map(({ permission, summary }) => (
        <Checkbox
          key={permission}
          label={summary}
          description={permission.replace(/^TNT#[^#]*#(STO#[^#]*#)?/, '')}
          checked={picked.has(permission)}
          onChange={({ currentTarget }) => onSet([permission], currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
