import { isField } from '@latchkey/forms';
import { Input, SegmentedControl, Text, Textarea } from '@mantine/core';
import { inOrder } from '../document/draft-document.ts';
import type { Path } from '../document/form-json.ts';
import classes from './builder.module.css';
import { useBuilder } from './builder-context.ts';
import { builderWords } from './builder-words.ts';
import { ConditionGroupField } from './condition-group-field.tsx';
import { conditionGroup, conditionOf } from './condition-tree.ts';
import { useProperty } from './use-property.ts';

const { condition: words } = builderWords;

/** When a component is in sight: always, by rules and groups of them, or by an expression. */
export function ConditionField({ path }: { readonly path: Path }) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  const fields = useOtherFields(path);
  const kind = value === undefined ? 'always' : typeof value === 'string' ? 'expression' : 'rules';
  const begin: Readonly<Record<string, unknown>> = {
    always: undefined,
    rules: { field: fields[0] ?? '', operator: 'isFilled' },
    expression: fields[0] ?? '',
  };
  const group = conditionGroup(value);
  return (
    <div className={classes.options}>
      <SegmentedControl
        aria-label={words.how}
        size="xs"
        disabled={isReadOnly}
        data={[
          { value: 'always', label: words.always },
          { value: 'rules', label: words.rules },
          { value: 'expression', label: words.expression },
        ]}
        value={kind}
        onChange={(next) => next !== kind && set(begin[next])}
      />
      {kind === 'expression' && (
        <Textarea
          label={words.source}
          description={words.sourceHelp}
          value={String(value)}
          readOnly={isReadOnly}
          autosize
          minRows={1}
          spellCheck={false}
          classNames={{ input: classes.code ?? '' }}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
      {kind === 'rules' && group === undefined && <Text c="dimmed">{words.unreadable}</Text>}
      {group && (
        <ConditionGroupField
          group={group}
          place=""
          fields={fields}
          isReadOnly={isReadOnly}
          onChange={(next) => set(conditionOf(next))}
        />
      )}
      {fault !== undefined && <Input.Error>{fault}</Input.Error>}
    </div>
  );
}

/** Ids of the other fields, in their order. */
function useOtherFields(path: Path): readonly string[] {
  const { document } = useBuilder();
  return inOrder(document)
    .filter(({ component, place }) => place !== path[1] && isField(component as never))
    .map(({ component }) => String(component.id));
}
