import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './panel.module.css';

type Props = {
  readonly title: string;
  readonly count?: number;
  readonly isClosedAtFirst?: boolean;
  readonly children: ReactNode;
};

/** A part of the panel that can be folded. */
export function PanelSection({ title, count, isClosedAtFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(!isClosedAtFirst);
  const id = useId();
  return (
    <section className={classes.section}>
      <h3 className={classes.fold}>
        <UnstyledButton aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <span>{title}</span>
          {count !== undefined && <span className={classes.count}>{count}</span>}
          <IconChevronDown size={16} aria-hidden data-open={isOpen || undefined} />
        </UnstyledButton>
      </h3>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.fields}>{children}</div>
      </Collapse>
    </section>
  );
}
