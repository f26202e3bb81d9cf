import { listStores } from '@latchkey/contract';
import { ActionIcon, Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { IconPlayerPlay, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRead } from '../../api/use-read.ts';
import { PanelSection } from '../panel/panel-section.tsx';
import type { StartInput } from './start-input.ts';
import classes from './test-run.module.css';
import { runWords } from './words.ts';

type Props = {
  readonly input: StartInput;
  readonly setInput: (input: StartInput) => void;
  readonly isBusy: boolean;
  readonly onStart: () => void;
};

/** What a run begins with: what its link would bring, and who is known already. */
export function Setup({ input, setInput, isBusy, onStart }: Props) {
  const stores = useRead(listStores, { query: { size: 100 } });
  const names = stores.data?.content.map(({ name }) => name) ?? [];
  return (
    <>
      <PanelSection title={runWords.setUp}>
        <p className={classes.help}>{runWords.setUpHelp}</p>
        <Lines
          lines={input.parameters}
          empty={{ name: '', value: '' }}
          labels={{ name: runWords.parameterName, value: runWords.parameterValue }}
          nameOf={({ name }) => name}
          add={runWords.addParameter}
          remove={runWords.removeParameter}
          onChange={(parameters) => setInput({ ...input, parameters })}
        />
      </PanelSection>
      <PanelSection title={runWords.people} count={input.people.length}>
        <p className={classes.help}>{runWords.peopleHelp}</p>
        <Lines
          lines={input.people}
          empty={{ storeName: names[0] ?? '', externalId: '' }}
          labels={{ storeName: runWords.store, externalId: runWords.externalId }}
          choices={{ storeName: names }}
          nameOf={({ externalId }) => externalId}
          add={runWords.addPerson}
          remove={runWords.removePerson}
          onChange={(people) => setInput({ ...input, people })}
        />
      </PanelSection>
      <div className={classes.start}>
        <Button
          fullWidth
          loading={isBusy}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={onStart}
        >
          {runWords.start}
        </Button>
      </div>
    </>
  );
}

type LinesProps<Line> = {
  readonly lines: readonly Line[];
  readonly empty: Line;
  readonly labels: { readonly [name in keyof Line]: string };
  /** What a text may be chosen from, by its name. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly nameOf: (line: Line) => string;
  readonly add: string;
  readonly remove: (name: string) => string;
  readonly onChange: (lines: readonly Line[]) => void;
};

/** Lines of texts that can be added and removed. */
function Lines<Line extends { readonly [name in keyof Line]: string }>(props: LinesProps<Line>) {
  const { lines, empty, labels, choices, nameOf, add, remove, onChange } = props;
  const names = Object.keys(labels) as (keyof Line & string)[];
  const edit = (place: number, name: keyof Line, text: string) =>
    onChange(lines.map((line, index) => (index === place ? { ...line, [name]: text } : line)));
  return (
    <>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, its texts change while typing.
        <Group key={place} gap={6} wrap="nowrap" align="flex-end">
          {names.map((name) =>
            choices?.[name] ? (
              <Autocomplete
                key={name}
                size="xs"
                flex={1}
                miw={0}
                label={labels[name]}
                data={[...choices[name]]}
                value={line[name]}
                onChange={(text) => edit(place, name, text)}
              />
            ) : (
              <TextInput
                key={name}
                size="xs"
                flex={1}
                miw={0}
                label={labels[name]}
                value={line[name]}
                onChange={({ currentTarget }) => edit(place, name, currentTarget.value)}
              />
            ),
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={remove(nameOf(line) || String(place + 1))}
            onClick={() => onChange(lines.filter((_, index) => index !== place))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...lines, empty])}
      >
        {add}
      </Button>
    </>
  );
}
