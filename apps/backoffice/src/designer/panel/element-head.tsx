import { manifestOf } from '../boundary-choice.ts';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { Icon } from '../icon.tsx';
import classes from './panel.module.css';
import { panelWords } from './words.ts';

/** What the chosen element is, and what it does. */
export function ElementHead({ element }: { readonly element: DrawnElement }) {
  const { manifests } = useDesign();
  const manifest = manifestOf(manifests, element.activity);
  const docs =
    manifest?.docs ?? (element.activity?.type ? panelWords.unknownActivity(element.activity.type) : '');
  return (
    <header className={classes.head}>
      <Icon icon={manifest?.icon ?? element.kind} group={manifest?.group ?? 'Flow'} size={18} />
      <div>
        <h2 className={classes.kind}>{manifest?.label ?? panelWords.kinds[element.kind]}</h2>
        {docs !== '' && <p className={classes.help}>{docs}</p>}
      </div>
    </header>
  );
}
