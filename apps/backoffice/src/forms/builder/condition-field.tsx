import { isField, operators } from '@latchkey/forms';
import {
  ActionIcon,
  Button,
  Input,
  NativeSelect,
  SegmentedControl,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { inOrder } from '../document/draft-document.ts';
import type { JsonObject, Path } from '../document/form-json.ts';
import classes from './builder.module.css';
import { useBuilder } from './builder-context.ts';
import { builderWords } from './builder-words.ts';
import { conditionOfRules, type FlatRules, rulesOf } from './rules-of.ts';
import { useProperty } from './use-property.ts';

const { condition: words } = builderWords;
const needless: readonly string[] = ['isFilled', 'isEmpty'];

/** When a component is in sight: always, by rules, or by an expression. */
export function ConditionField({ path }: { readonly path: Path }) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  const fields = useOtherFields(path);
  const kind = value === undefined ? 'always' : typeof value === 'string' ? 'expression' : 'rules';
  const first = { field: fields[0] ?? '', operator: 'isFilled' };
  const begin: Readonly<Record<string, unknown>> = {
    always: undefined,
    rules: first,
    expression: fields[0] ?? '',
  };
  const flat = rulesOf(value);
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
      {kind === 'rules' && flat === undefined && <Text c="dimmed">{words.nested}</Text>}
      {flat && (
        <Rules
          flat={flat}
          fields={fields}
          set={(next) => set(conditionOfRules(next))}
          isReadOnly={isReadOnly}
        />
      )}
      {fault !== undefined && <Input.Error>{fault}</Input.Error>}
    </div>
  );
}

type RulesProps = {
  readonly flat: FlatRules;
  readonly fields: readonly string[];
  readonly set: (flat: FlatRules) => void;
  readonly isReadOnly: boolean;
};

function Rules({ flat, fields, set, isReadOnly }: RulesProps) {
  const { rules } = flat;
  const put = (place: number, rule: JsonObject) => set({ ...flat, rules: rules.with(place, rule) });
  return (
    <>
      {rules.length > 1 && (
        <NativeSelect
          aria-label={words.together}
          data={[
            { value: 'all', label: words.all },
            { value: 'any', label: words.any },
          ]}
          value={flat.together}
          disabled={isReadOnly}
          onChange={({ currentTarget }) =>
            set({ ...flat, together: currentTarget.value as FlatRules['together'] })
          }
        />
      )}
      {rules.map((rule, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have nothing of their own but their place.
        <div key={place} className={classes.rule}>
          <RuleParts
            rule={rule}
            place={place + 1}
            fields={fields}
            put={(next) => put(place, next)}
            isReadOnly={isReadOnly}
          />
          {!isReadOnly && rules.length > 1 && (
            <ActionIcon
              variant="subtle"
              aria-label={words.remove(place + 1)}
              color="red"
              onClick={() => set({ ...flat, rules: rules.toSpliced(place, 1) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={14} />}
          className={classes.start ?? ''}
          onClick={() =>
            set({ ...flat, rules: [...rules, { field: fields[0] ?? '', operator: 'isFilled' }] })
          }
        >
          {words.add}
        </Button>
      )}
    </>
  );
}

type RuleProps = {
  readonly rule: JsonObject;
  readonly place: number;
  readonly fields: readonly string[];
  readonly put: (rule: JsonObject) => void;
  readonly isReadOnly: boolean;
};

function RuleParts({ rule, place, fields, put, isReadOnly }: RuleProps) {
  const field = String(rule.field);
  const { value: _value, ...withoutValue } = rule;
  const compare = (operator: string) =>
    put(
      needless.includes(operator)
        ? { ...withoutValue, operator }
        : { ...rule, operator, value: rule.value ?? '' },
    );
  return (
    <>
      <NativeSelect
        aria-label={words.field(place)}
        data={fields.includes(field) ? [...fields] : [field, ...fields]}
        value={field}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => put({ ...rule, field: currentTarget.value })}
      />
      <NativeSelect
        aria-label={words.operator(place)}
        data={Object.keys(operators).map((value) => ({
          value,
          label: words.operators[value as keyof typeof operators],
        }))}
        value={String(rule.operator)}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => compare(currentTarget.value)}
      />
      {!needless.includes(String(rule.operator)) && (
        <TextInput
          aria-label={words.value(place)}
          value={String(rule.value ?? '')}
          readOnly={isReadOnly}
          autoComplete="off"
          onChange={({ currentTarget }) => put({ ...rule, value: currentTarget.value })}
        />
      )}
    </>
  );
}

/** Ids of the other fields, in their order. */
function useOtherFields(path: Path): readonly string[] {
  const { document } = useBuilder();
  return inOrder(document)
    .filter(({ component, place }) => place !== path[1] && isField(component as never))
    .map(({ component }) => String(component.id));
}
