import { Input, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { isObject, type JsonObject, type Path } from '../document/form-json.ts';
import classes from './builder.module.css';
import { useBuilder } from './builder-context.ts';
import { builderWords } from './builder-words.ts';
import { useProperty } from './use-property.ts';

type Props = {
  /** Of the object that has `values`. */
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isLong?: boolean;
  /** What the object has beside `values` when it is not there yet. */
  readonly blank?: JsonObject;
};

/** A text in every language of the form, a line each; one without words is marked where another language has some. */
export function TextsField({ path, label, help, isLong = false, blank = {} }: Props) {
  const { languages } = useBuilder();
  const { value, fault } = useProperty([...path, 'values']);
  const id = useId();
  const values = isObject(value) ? value : {};
  const isUsed = Object.values(values).some((words) => String(words).trim() !== '');
  return (
    <fieldset className={classes.texts} aria-describedby={fault === undefined ? undefined : id}>
      <legend className={classes.label}>{label}</legend>
      {help !== undefined && <p className={classes.help}>{help}</p>}
      {languages.map((language) => (
        <Line
          key={language}
          path={[...path, 'values', language]}
          label={label}
          language={language}
          isMissing={isUsed && String(values[language] ?? '').trim() === ''}
          isLong={isLong}
          isAmongOthers={languages.length > 1}
          blank={blank}
        />
      ))}
      {fault !== undefined && <Input.Error id={id}>{fault}</Input.Error>}
    </fieldset>
  );
}

type LineProps = {
  readonly path: Path;
  readonly label: string;
  readonly language: string;
  readonly isMissing: boolean;
  readonly isLong: boolean;
  /** With one language there is nothing to tell apart. */
  readonly isAmongOthers: boolean;
  readonly blank: JsonObject;
};

function Line({ path, label, language, isMissing, isLong, isAmongOthers, blank }: LineProps) {
  const { value, set, isReadOnly } = useProperty(path);
  const whole = useProperty(path.slice(0, -2));
  const write = (words: string) =>
    path.length > 2 && whole.value === undefined
      ? whole.set({ ...blank, values: { [language]: words } })
      : set(words);
  const Box = isLong ? Textarea : TextInput;
  const name = (isMissing ? builderWords.missingIn : builderWords.textIn)(label, language);
  return (
    <div className={classes.line} data-missing={isMissing || undefined}>
      {isAmongOthers && (
        <span className={classes.language} aria-hidden>
          {language}
        </span>
      )}
      <Box
        aria-label={name}
        className={classes.box ?? ''}
        value={value === undefined ? '' : String(value)}
        readOnly={isReadOnly}
        dir="auto"
        lang={language}
        autoComplete="off"
        {...(isMissing && { placeholder: builderWords.missing })}
        {...(isLong && { autosize: true, minRows: 2, maxRows: 10 })}
        onChange={({ currentTarget }: { currentTarget: { value: string } }) => write(currentTarget.value)}
      />
    </div>
  );
}
