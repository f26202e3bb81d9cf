import { IconAlertTriangle } from '@tabler/icons-react';
import type { Fault } from '../problems/fault.ts';
import classes from './panel.module.css';

/** A warning beside what it is about, with what to do. */
export const WarningNote = ({ fault, id }: { readonly fault: Fault; readonly id?: string }) => (
  <p id={id} className={classes.warning}>
    <IconAlertTriangle size={15} aria-hidden />
    <span>{`${fault.problem} ${fault.repair}`}</span>
  </p>
);
