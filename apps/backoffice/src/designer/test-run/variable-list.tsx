import type { TestRun } from '@latchkey/contract';
import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { PanelSection } from '../panel/panel-section.tsx';
import classes from './test-run.module.css';
import { dataAfter, variablesOf, withoutChecks } from './variables.ts';
import { runWords } from './words.ts';

type Props = { readonly run: TestRun; readonly shown: number };

/** The session data after a step, with what the step has changed marked. */
export function VariableList({ run, shown }: Props) {
  const [areAllShown, setAllShown] = useState(false);
  const all = useMemo(() => {
    const after = withoutChecks(dataAfter(run, shown));
    const before = run.steps.find(({ number }) => number === shown - 1)?.data;
    // Before the first step there is what the run began with; that much the first step keeps.
    const known = before ?? (shown > 0 ? { _initial: after._initial } : {});
    return variablesOf(withoutChecks(known), after);
  }, [run, shown]);
  const rows = areAllShown ? all : all.filter(({ change }) => change !== undefined);
  return (
    <PanelSection title={`${runWords.variables} ${shown === 0 ? runWords.atStart : runWords.after(shown)}`}>
      <Checkbox
        size="xs"
        label={runWords.all}
        checked={areAllShown}
        onChange={({ currentTarget }) => setAllShown(currentTarget.checked)}
      />
      {rows.length === 0 && <p className={classes.help}>{runWords.none}</p>}
      <dl className={classes.variables} tabIndex={0} aria-label={runWords.variables}>
        {rows.map(({ path, text, change }) => (
          <div key={path} data-change={change}>
            <dt>
              <code>{path}</code>
              {change !== undefined && <em>{runWords.change[change]}</em>}
            </dt>
            <dd title={text}>{text === '' ? '""' : text}</dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  );
}
