import { operators } from '@latchkey/forms';
import { NativeSelect, TextInput } from '@mantine/core';
import type { JsonObject } from '../document/form-json.ts';
import { builderWords } from './builder-words.ts';

const { condition: words } = builderWords;
const needless: readonly string[] = ['isFilled', 'isEmpty'];
/** No field has this id. */
const sessionData = '';

type Props = {
  readonly rule: JsonObject;
  readonly place: string;
  readonly fields: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (rule: JsonObject) => void;
};

/** One comparison: a field or session data, how, and with what. */
export function ConditionRuleField({ rule, place, fields, isReadOnly, onChange }: Props) {
  const isText = typeof rule.text === 'string';
  const field = isText ? sessionData : String(rule.field);
  const known = isText || fields.includes(field) ? fields : [field, ...fields];
  const { value: _value, ...withoutValue } = rule;
  const { field: _field, text: _text, ...comparison } = rule;
  const compare = (operator: string) =>
    onChange(
      needless.includes(operator)
        ? { ...withoutValue, operator }
        : { ...rule, operator, value: rule.value ?? '' },
    );
  const read = (id: string) =>
    onChange(id === sessionData ? { text: words.textBegin, ...comparison } : { field: id, ...comparison });
  return (
    <>
      <NativeSelect
        aria-label={words.field(place)}
        data={[
          ...known.map((id) => ({ value: id, label: id })),
          { value: sessionData, label: words.sessionData },
        ]}
        value={field}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => read(currentTarget.value)}
      />
      {isText && (
        <TextInput
          aria-label={words.text(place)}
          value={String(rule.text)}
          readOnly={isReadOnly}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => onChange({ ...rule, text: currentTarget.value })}
        />
      )}
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
          onChange={({ currentTarget }) => onChange({ ...rule, value: currentTarget.value })}
        />
      )}
    </>
  );
}
