import type { TestRun } from '@latchkey/contract';
import { failureText } from '../../processes/instances/failure-text.ts';
import { type CheckView, checksIn } from '../../processes/instances/session-views.ts';
import { useDesign } from '../editor/design.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { PanelSection } from '../panel/panel-section.tsx';
import classes from './steps.module.css';
import { dataAfter } from './variables.ts';
import { runWords } from './words.ts';

type Props = { readonly run: TestRun; readonly shown: number };

/** What passed and what failed up to a step, in words: what a decision is made from. */
export function CheckList({ run, shown }: Props) {
  const checks = checksIn(dataAfter(run, shown));
  if (checks.length === 0) return null;
  return (
    <PanelSection title={runWords.checks} count={checks.length}>
      <ul className={classes.steps}>
        {checks.map((check) => (
          <Check key={check.key} check={check} />
        ))}
      </ul>
    </PanelSection>
  );
}

function Check({ check: { key, outcome, code, activity } }: { readonly check: CheckView }) {
  const { scene, manifests } = useDesign();
  const [kind = '', ...rest] = key.split(':');
  const about = rest.join(':');
  const label = manifests.find(({ id }) => id === activity)?.label ?? activity ?? kind;
  // A step that failed before its parameters were known is called by its id.
  const name = kind === 'task' ? nameOf(scene.drawing, about) : label;
  const why = code === undefined ? undefined : (failureText({ code, activity }, manifests) ?? code);
  return (
    <li data-failed={outcome === 'FAILED' || undefined}>
      <p>
        <strong>{name}</strong> <span>{runWords.outcome[outcome]}</span>
        {kind !== 'task' && about !== '' && <code>{about}</code>}
        {why !== undefined && <span className={classes.refused}>{why}</span>}
      </p>
    </li>
  );
}
