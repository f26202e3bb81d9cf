import { ActionIcon, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconAlertCircleFilled,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconX,
} from '@tabler/icons-react';
import { useDesign } from '../editor/design.ts';
import { screenWords } from '../screen-words.ts';
import { type Fault, isError } from './fault.ts';
import classes from './problem-list.module.css';
import { sentenceOf } from './sentence-of.ts';

/** What keeps the process from being deployed, then what is worth a second look; a click goes to element and field. */
export function ProblemList({ onClose }: { readonly onClose: () => void }) {
  const { faults } = useDesign();
  const errors = faults.filter(isError);
  return (
    <section className={classes.problems} aria-label={screenWords.problems}>
      <header className={classes.head}>
        <h2>{screenWords.findings(errors.length, faults.length - errors.length)}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={screenWords.close} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {errors.length === 0 && (
        <p className={classes.none}>
          <IconCircleCheckFilled size={18} aria-hidden />
          {faults.length === 0 ? screenWords.noProblemsText : screenWords.warningsText}
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.element} ${fault.rule} ${fault.property ?? ''} ${fault.problem}`}>
              <Finding fault={fault} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Finding({ fault }: { readonly fault: Fault }) {
  const { scene, goTo } = useDesign();
  const { severity, element, property, repair, by } = fault;
  const { before, name, after } = sentenceOf(fault, scene.drawing);
  const Picture = severity === 'error' ? IconAlertCircleFilled : IconAlertTriangleFilled;
  return (
    <UnstyledButton
      className={classes.problem}
      data-severity={severity}
      onClick={() => goTo(element, property)}
    >
      <Picture size={16} aria-hidden />
      <span>
        <VisuallyHidden component="span">{screenWords.severities[severity]}: </VisuallyHidden>
        {before}
        <strong>{name}</strong>
        {after} <span className={classes.repair}>{repair}</span>
      </span>
      {by === 'server' && <span className={classes.tag}>{screenWords.fromServer}</span>}
    </UnstyledButton>
  );
}
