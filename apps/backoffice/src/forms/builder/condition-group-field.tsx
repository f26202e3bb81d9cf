import { ActionIcon, Button, Group, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { JsonObject } from '../document/form-json.ts';
import { builderWords } from './builder-words.ts';
import classes from './condition.module.css';
import { ConditionRuleField } from './condition-rule-field.tsx';
import { type ConditionGroup, groupOf, partOf, type Together } from './condition-tree.ts';

const { condition: words } = builderWords;
const ways = Object.entries(words.together).map(([value, label]) => ({ value, label }));
/** A form takes more; nobody could read it here. */
const deepest = 4;

type Props = {
  readonly group: ConditionGroup;
  /** Where it stands: empty for the whole, then `2` or `2.1`. */
  readonly place: string;
  readonly fields: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (group: ConditionGroup) => void;
};

/** Rules that count together, and further groups among them. */
export function ConditionGroupField({ group, place, fields, isReadOnly, onChange }: Props) {
  const { parts } = group;
  const put = (at: number, part: JsonObject) => onChange({ ...group, parts: parts.with(at, part) });
  const add = (part: JsonObject) => onChange({ ...group, parts: [...parts, part] });
  const blank = { field: fields[0] ?? '', operator: 'isFilled' };
  const depth = place === '' ? 0 : place.split('.').length;
  const isWorthAsking =
    parts.length > 1 || group.together === 'none' || group.together === 'notAll' || depth > 0;
  return (
    <div className={classes.conditions} data-nested={depth > 0 || undefined}>
      {isWorthAsking && (
        <NativeSelect
          aria-label={place === '' ? words.howTogether : words.howTogetherIn(place)}
          data={ways}
          value={group.together}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => onChange({ ...group, together: currentTarget.value as Together })}
        />
      )}
      {parts.map((part, at) => {
        const own = place === '' ? String(at + 1) : `${place}.${at + 1}`;
        const inner = groupOf(part);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have nothing of their own but their place.
          <div key={at} className={inner ? classes.inner : classes.rule}>
            {inner ? (
              <ConditionGroupField
                group={inner}
                place={own}
                fields={fields}
                isReadOnly={isReadOnly}
                onChange={(next) => put(at, partOf(next))}
              />
            ) : (
              <ConditionRuleField
                rule={part}
                place={own}
                fields={fields}
                isReadOnly={isReadOnly}
                onChange={(next) => put(at, next)}
              />
            )}
            {!isReadOnly && parts.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={(inner ? words.removeGroup : words.remove)(own)}
                onClick={() => onChange({ ...group, parts: parts.toSpliced(at, 1) })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {!isReadOnly && (
        <Group gap={6}>
          <Button
            variant="light"
            size="xs"
            leftSection={<IconPlus size={14} />}
            aria-label={place === '' ? words.add : words.addTo(place)}
            onClick={() => add(blank)}
          >
            {words.add}
          </Button>
          {depth < deepest && (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={14} />}
              aria-label={place === '' ? words.addGroup : words.addGroupTo(place)}
              onClick={() =>
                add(partOf({ together: group.together === 'all' ? 'any' : 'all', parts: [blank] }))
              }
            >
              {words.addGroup}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
