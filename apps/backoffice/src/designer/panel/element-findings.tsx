import { IconAlertCircle } from '@tabler/icons-react';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { isError } from '../problems/fault.ts';
import classes from './panel.module.css';
import { WarningNote } from './warning-note.tsx';

/** What was found about an element as a whole; what is about a field stands beside the field. */
export function ElementFindings({ element }: { readonly element: DrawnElement }) {
  const { faults } = useDesign();
  const here = faults.filter((fault) => fault.element === element.id && fault.property === undefined);
  if (here.length === 0) return null;
  return (
    <div className={classes.findings}>
      {here.map((fault) =>
        isError(fault) ? (
          <p key={fault.rule} className={classes.fault}>
            <IconAlertCircle size={15} aria-hidden />
            <span>{`${fault.problem} ${fault.repair}`}</span>
          </p>
        ) : (
          <WarningNote key={fault.rule} fault={fault} />
        ),
      )}
    </div>
  );
}
