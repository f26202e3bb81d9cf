import { parseMoment, parseTimer } from '@latchkey/bpmn';
import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { DrawnElement, DrawnTimer } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { useKnownPaths } from '../paths/use-known-paths.ts';
import { findingsAt } from '../problems/fault.ts';
import { readDuration, type Unit, units, writeDuration } from './duration.ts';
import { InterruptingSwitch } from './error-section.tsx';
import { ExpressionInput } from './expression-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { useCommitted } from './use-committed.ts';
import { WarningNote } from './warning-note.tsx';
import { panelWords } from './words.ts';

type Way = 'duration' | 'date' | 'computed';
const fresh: Readonly<Record<Way, () => DrawnTimer>> = {
  duration: () => ({ kind: 'duration', text: 'PT10M' }),
  date: () => ({
    kind: 'date',
    text: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16).concat(':00Z'),
  }),
  computed: () => ({ kind: 'duration', text: '${}' }),
};

/** When a timer is due: after a time, at a date, or by an expression. */
export function TimerSection({ element }: { readonly element: DrawnElement }) {
  const { canvas, told } = useDesign();
  const { timer } = element;
  if (!timer) return null;
  const set = (next: DrawnTimer) => void canvas.change({ kind: 'timer', element: element.id, timer: next });
  const { warning } = findingsAt(told, element.id, 'timer');
  const way: Way = timer.text.includes('${') ? 'computed' : timer.kind;
  return (
    <PanelSection title={panelWords.timer}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={panelWords.timer}
        value={way}
        data={(['duration', 'date', 'computed'] as const).map((value) => ({
          value,
          label: panelWords[value],
        }))}
        onChange={(next) => set(fresh[next as Way]())}
      />
      {way === 'duration' && <Duration text={timer.text} set={set} />}
      {way === 'date' && <Moment text={timer.text} set={set} />}
      {way === 'computed' && <Computed element={element} timer={timer} set={set} />}
      {warning && <WarningNote fault={warning} />}
      {element.kind === 'boundary' && <InterruptingSwitch element={element} />}
    </PanelSection>
  );
}

type EditorProps = { readonly text: string; readonly set: (timer: DrawnTimer) => void };

function Duration({ text, set }: EditorProps) {
  const typed = useCommitted(text, (next) => set({ kind: 'duration', text: next }));
  const { amount, unit } = readDuration(typed.value) ?? { amount: undefined, unit: 'minutes' as Unit };
  const isFaulty = parseTimer(typed.value) === undefined;
  if (amount === undefined)
    return (
      <TextInput
        aria-label={panelWords.duration}
        data-property="timer"
        value={typed.value}
        error={isFaulty}
        onChange={({ currentTarget }) => typed.set(currentTarget.value)}
        onBlur={typed.flush}
      />
    );
  return (
    <div className={classes.duration}>
      <NumberInput
        aria-label={panelWords.duration}
        data-property="timer"
        min={1}
        allowDecimal={false}
        value={amount}
        onChange={(value) => typed.set(writeDuration(Number(value) || 0, unit))}
        onBlur={typed.flush}
      />
      <Select
        aria-label={panelWords.durationUnit}
        allowDeselect={false}
        value={unit}
        data={units.map((value) => ({ value, label: panelWords.units[value] }))}
        onChange={(value) => typed.set(writeDuration(amount, value as Unit))}
        comboboxProps={{ shadow: 'md' }}
      />
    </div>
  );
}

function Moment({ text, set }: EditorProps) {
  const typed = useCommitted(text, (next) => set({ kind: 'date', text: next }));
  const at = parseMoment(typed.value);
  return (
    <TextInput
      type="datetime-local"
      aria-label={panelWords.date}
      data-property="timer"
      value={at === undefined ? '' : local(at)}
      error={at === undefined}
      onChange={({ currentTarget: { value } }) =>
        value !== '' && typed.set(new Date(value).toISOString().replace('.000Z', 'Z'))
      }
      onBlur={typed.flush}
    />
  );
}

/** As `datetime-local` wants it: in the browser's zone, without one. */
function local(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

type ComputedProps = {
  readonly element: DrawnElement;
  readonly timer: DrawnTimer;
  readonly set: EditorProps['set'];
};

function Computed({ element, timer, set }: ComputedProps) {
  const paths = useKnownPaths(element.id);
  const typed = useCommitted(timer.text, (text) => set({ ...timer, text }));
  return (
    <FieldFrame label={panelWords.computed}>
      {(attributes) => (
        <ExpressionInput
          {...{ attributes, paths }}
          name="timer"
          value={typed.value}
          onChange={typed.set}
          onLeave={typed.flush}
        />
      )}
    </FieldFrame>
  );
}
