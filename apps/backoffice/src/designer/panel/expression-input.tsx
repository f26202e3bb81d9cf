import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { KnownPath } from '../paths/known-paths.ts';
import { completionAt } from './completion.ts';
import type { FieldAttributes } from './field-frame.tsx';
import classes from './panel.module.css';

type Props = {
  readonly attributes: FieldAttributes;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  readonly paths: readonly KnownPath[];
  readonly placeholder?: string;
  readonly name: string;
};

/** A text with `${…}`; inside the braces the paths known at this element complete what is typed. */
export function ExpressionInput({ attributes, value, onChange, onLeave, paths, placeholder, name }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const completion = completionAt(value, field.current?.selectionStart ?? value.length, paths);
  const wantedCaret = useRef<number>(undefined);
  useLayoutEffect(() => {
    const caret = wantedCaret.current;
    if (caret === undefined) return;
    wantedCaret.current = undefined;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  });
  const take = (path: string): void => {
    if (!completion) return;
    const { text, caret } = completion.insert(path);
    onChange(text);
    list.closeDropdown();
    wantedCaret.current = caret;
  };
  return (
    <Combobox store={list} onOptionSubmit={take} position="bottom-start" width={320} shadow="md">
      <Combobox.Target>
        <Textarea
          {...attributes}
          ref={field}
          data-property={name}
          classNames={{ input: classes.mono ?? '' }}
          autosize
          minRows={1}
          maxRows={6}
          spellCheck={false}
          autoComplete="off"
          value={value}
          error={attributes['aria-invalid'] ?? false}
          {...(placeholder !== undefined && { placeholder })}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            list.openDropdown();
            list.updateSelectedOptionIndex();
          }}
          onFocus={() => list.openDropdown()}
          onBlur={() => {
            list.closeDropdown();
            onLeave();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!completion || completion.options.length === 0}>
        <Combobox.Options className={classes.completions ?? ''}>
          {completion?.options.map(({ path, docs, from }) => (
            <Combobox.Option key={path} value={path}>
              <code className={classes.path}>{path}</code>
              <span className={classes.docs}>{from === '' ? docs : `${docs} · ${from}`}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
