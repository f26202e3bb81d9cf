import { checkValue } from '@latchkey/bpmn';
import type { ParameterText } from '@latchkey/engine';
import { useState } from 'react';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import type { ParameterSchema } from '../manifest.ts';
import type { KnownPath } from '../paths/known-paths.ts';
import { type Fault, findingsAt } from '../problems/fault.ts';
import { ExpressionInput } from './expression-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { useLiveChoices } from './live-choices.ts';
import { MapEditor } from './map-editor.tsx';
import { NamedThing } from './named-thing.tsx';
import { ParameterControl } from './parameter-control.tsx';
import { isExpression } from './parameter-text.ts';
import { useCommitted } from './use-committed.ts';

type Props = {
  readonly element: DrawnElement;
  readonly name: string;
  readonly schema: ParameterSchema;
  readonly isRequired: boolean;
  readonly paths: readonly KnownPath[];
};

/** One parameter of an activity: a control by its schema, or an expression. */
export function ParameterField({ element, name, schema, isRequired, paths }: Props) {
  const { canvas, told, tell } = useDesign();
  const parameters = element.activity?.parameters ?? {};
  const value = parameters[name];
  const commit = (next: ParameterText | undefined) =>
    void canvas.change({ kind: 'parameter', element: element.id, name, value: next });
  const leave = () => tell([{ element: element.id, property: name }]);
  const { error: known, warning } = findingsAt(told, element.id, name);
  const frame = { label: schema.title ?? name, help: schema.description, isRequired, warning };
  if (schema.type === 'object' && typeof value !== 'string')
    return (
      <FieldFrame {...frame} error={known}>
        {() => (
          <MapEditor
            label={frame.label}
            name={name}
            value={value ?? {}}
            paths={paths}
            onCommit={(next) => {
              commit(next);
              leave();
            }}
          />
        )}
      </FieldFrame>
    );
  const text = typeof value === 'string' ? value : '';
  return <TextParameter {...{ name, schema, paths, parameters, frame, text, commit, leave, known }} />;
}

type TextProps = Pick<Props, 'name' | 'schema' | 'paths'> & {
  readonly parameters: Readonly<Record<string, ParameterText>>;
  readonly frame: {
    readonly label: string;
    readonly help: string | undefined;
    readonly isRequired: boolean;
    readonly warning: Fault | undefined;
  };
  readonly text: string;
  readonly commit: (text: string | undefined) => void;
  /** The field was left: what it lacks may be told. */
  readonly leave: () => void;
  readonly known: string | undefined;
};

function TextParameter(props: TextProps) {
  const { name, schema, paths, parameters, frame, text, commit, leave, known } = props;
  const typed = useCommitted(text, (next) => commit(next || undefined));
  const [isOn, setOn] = useState(isExpression(text));
  const live = useLiveChoices(name, parameters);
  const takesExpression = isOn || isExpression(typed.value);
  const toggle = () => {
    setOn(!takesExpression);
    if (takesExpression) typed.set('');
    else if (typed.value === '') typed.set('${}');
  };
  const onLeave = () => {
    typed.flush();
    leave();
  };
  const choose = (next: string) => {
    typed.set(next);
    typed.flush();
  };
  return (
    <FieldFrame
      {...frame}
      error={faultOf(typed.value, schema) ?? (typed.value === text ? known : undefined)}
      expression={{ isOn: takesExpression, toggle }}
      way={takesExpression ? null : <NamedThing {...{ name, text, parameters, live }} />}
    >
      {(attributes) =>
        takesExpression ? (
          <ExpressionInput
            {...{ attributes, name, paths }}
            value={typed.value}
            onChange={typed.set}
            onLeave={onLeave}
          />
        ) : (
          <ParameterControl
            {...{ attributes, name, schema, live }}
            value={typed.value}
            onChange={typed.set}
            onChoose={choose}
            onLeave={onLeave}
          />
        )
      }
    </FieldFrame>
  );
}

/** What is wrong with a text as it is typed; an empty one is only missing, which the problems list says. */
const faultOf = (text: string, schema: ParameterSchema): string | undefined =>
  text.trim() === '' ? undefined : checkValue(text, schema)?.problem;
