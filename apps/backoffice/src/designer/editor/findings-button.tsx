import { Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { isError } from '../problems/fault.ts';
import { screenWords } from '../screen-words.ts';
import { useDesign } from './design.ts';
import classes from './top-bar.module.css';

/** How many problems and warnings there are; opens their list. */
export function FindingsButton({ onProblems }: { readonly onProblems: () => void }) {
  const { faults } = useDesign();
  const errors = faults.filter(isError).length;
  const warnings = faults.length - errors;
  const words = screenWords.findings(errors, warnings);
  return (
    <Button
      variant="subtle"
      px={8}
      color={errors > 0 ? 'red' : 'gray'}
      aria-label={words}
      className={errors > 0 ? classes.faulty : warnings > 0 ? classes.warned : classes.sound}
      leftSection={<FindingIcon errors={errors} warnings={warnings} />}
      classNames={{ section: classes.icon ?? '' }}
      onClick={onProblems}
    >
      <span className={classes.roomy}>{words}</span>
      {faults.length > 0 && <span className={classes.tight}>{faults.length}</span>}
    </Button>
  );
}

function FindingIcon({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  if (errors > 0) return <IconAlertCircle size={16} aria-hidden />;
  return warnings > 0 ? (
    <IconAlertTriangle size={16} aria-hidden />
  ) : (
    <IconCircleCheck size={16} aria-hidden />
  );
}
