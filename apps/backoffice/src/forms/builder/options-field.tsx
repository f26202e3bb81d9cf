import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Path } from '../document/form-json.ts';
import { freeId } from '../document/free-id.ts';
import classes from './builder.module.css';
import { useBuilder } from './builder-context.ts';
import { builderWords } from './builder-words.ts';
import { TextsField } from './texts-field.tsx';
import { useProperty } from './use-property.ts';

const { options: words } = builderWords;

/** The choices of a dropdown or of radio buttons. */
export function OptionsField({ path }: { readonly path: Path }) {
  const { languages } = useBuilder();
  const { value, set, fault, isReadOnly } = useProperty(path);
  const options: readonly unknown[] = Array.isArray(value) ? value : [];
  const swap = (from: number, to: number) => {
    const moved = options[from];
    set(options.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const add = () => {
    const taken = new Set(options.map((one) => String((one as { value?: unknown }).value)));
    set([...options, { value: freeId('choice', taken), label: { values: { [languages[0] ?? 'en']: '' } } }]);
  };
  return (
    <div className={classes.options}>
      {options.map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: choices have nothing of their own but their place.
        <div key={place} className={classes.option}>
          <TextsField path={[...path, place, 'label']} label={words.label(place + 1)} />
          <ValueField path={[...path, place, 'value']} label={words.value(place + 1)} />
          {!isReadOnly && (
            <div className={classes.tools}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.up(place + 1)}
                disabled={place === 0}
                onClick={() => swap(place, place - 1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.down(place + 1)}
                disabled={place === options.length - 1}
                onClick={() => swap(place, place + 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                aria-label={words.remove(place + 1)}
                color="red"
                disabled={options.length === 1}
                onClick={() => set(options.toSpliced(place, 1))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </div>
          )}
        </div>
      ))}
      {fault !== undefined && <Input.Error>{fault}</Input.Error>}
      {!isReadOnly && (
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={add}
          className={classes.start ?? ''}
        >
          {words.add}
        </Button>
      )}
    </div>
  );
}

function ValueField({ path, label }: { readonly path: Path; readonly label: string }) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  return (
    <TextInput
      label={label}
      value={value === undefined ? '' : String(value)}
      readOnly={isReadOnly}
      autoComplete="off"
      spellCheck={false}
      {...(fault !== undefined && { error: fault })}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
