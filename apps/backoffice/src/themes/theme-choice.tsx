import {
  getProcessTheme,
  listThemes,
  setDefaultTheme,
  setProcessTheme,
  type ThemeChoice,
} from '@latchkey/contract';
import { NativeSelect } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { themeWords } from './theme-words.ts';

type Props = { readonly choice: ThemeChoice };

/** The theme of all definitions that have chosen none. */
export function DefaultThemeChoice({ choice }: Props) {
  const may = useMay();
  const set = useWrite(setDefaultTheme);
  return (
    <Choice
      label={themeWords.defaultChoice}
      none={themeWords.ownLook}
      choice={choice}
      mayChoose={may(setDefaultTheme)}
      failure={set.error}
      onChoose={(themeName) => set.mutateAsync({ body: { themeName } })}
    />
  );
}

/** The theme of one definition's journeys. */
export function ProcessThemeChoice({ name }: { readonly name: string }) {
  const may = useMay();
  const answer = useRead(getProcessTheme, { params: { name } });
  const set = useWrite(setProcessTheme);
  return (
    <Loaded answer={answer}>
      {(choice) => (
        <Choice
          label={themeWords.choice}
          none={themeWords.asDefault}
          choice={choice}
          mayChoose={may(setProcessTheme)}
          failure={set.error}
          onChoose={(themeName) => set.mutateAsync({ params: { name }, body: { themeName } })}
        />
      )}
    </Loaded>
  );
}

type ChoiceProps = Props & {
  readonly label: string;
  readonly none: string;
  readonly mayChoose: boolean;
  readonly failure: unknown;
  readonly onChoose: (themeName: string | null) => Promise<unknown>;
};

function Choice({ label, none, choice: { themeName }, mayChoose, failure, onChoose }: ChoiceProps) {
  const answer = useRead(listThemes, { query: { newestOnly: true, size: 100, sort: ['name,asc'] } });
  const deployed = (answer.data?.content ?? []).filter((theme) => theme.deployedVersion !== undefined);
  const names = [
    ...new Set([...deployed.map(({ name }) => name), ...(themeName === undefined ? [] : [themeName])]),
  ];
  const choose = (value: string) =>
    void onChoose(value === '' ? null : value).then(
      () => toast(themeWords.chosen),
      () => undefined,
    );
  return (
    <>
      <NativeSelect
        aria-label={label}
        maw="24rem"
        disabled={!mayChoose}
        value={themeName ?? ''}
        data={[{ value: '', label: none }, ...names.map((name) => ({ value: name, label: name }))]}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {failure !== null && failure !== undefined && <FailureNote failure={failure} />}
    </>
  );
}
