import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconAlertCircleFilled, IconCircleCheckFilled, IconX } from '@tabler/icons-react';
import { useDesign } from '../editor/design.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { screenWords } from '../screen-words.ts';
import classes from './problem-list.module.css';

/** Everything that keeps the process from being deployed; a click goes to the element and its field. */
export function ProblemList({ onClose }: { readonly onClose: () => void }) {
  const { faults, scene, goTo } = useDesign();
  return (
    <section className={classes.problems} aria-label={screenWords.problems}>
      <header className={classes.head}>
        <h2>{faults.length === 0 ? screenWords.noProblems : screenWords.problemCount(faults.length)}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={screenWords.close} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {faults.length === 0 ? (
        <p className={classes.none}>
          <IconCircleCheckFilled size={18} aria-hidden /> {screenWords.noProblemsText}
        </p>
      ) : (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.element} ${fault.rule} ${fault.property ?? ''} ${fault.problem}`}>
              <UnstyledButton className={classes.problem} onClick={() => goTo(fault.element, fault.property)}>
                <IconAlertCircleFilled size={16} aria-hidden />
                <span>
                  <strong>{nameOf(scene.drawing, fault.element)}</strong>
                  <span>{fault.problem}</span> <span className={classes.repair}>{fault.repair}</span>
                </span>
                {fault.by === 'server' && <span className={classes.tag}>{screenWords.fromServer}</span>}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
