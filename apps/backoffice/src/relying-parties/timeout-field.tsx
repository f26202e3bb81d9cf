import { NumberInput } from '@mantine/core';
import type { Form } from '../kit/form/use-form.ts';
import type { PolicyValues } from './policy-values.ts';
import { policyWords } from './words.ts';

/** The timeout in seconds, as people think of it; kept in milliseconds. */
export function TimeoutField({ form }: { readonly form: Form<PolicyValues> }) {
  const error = form.errors.at('timeoutMs');
  const { timeoutMs } = form.values;
  return (
    <NumberInput
      name="timeoutMs"
      label={policyWords.timeout}
      description={policyWords.timeoutHelp}
      suffix={` ${policyWords.seconds}`}
      clampBehavior="none"
      min={30}
      max={600}
      step={30}
      maw="18rem"
      value={timeoutMs === '' ? '' : timeoutMs / 1000}
      onChange={(value) => form.set({ timeoutMs: typeof value === 'number' ? Math.round(value * 1000) : '' })}
      {...(error !== undefined && { error })}
    />
  );
}
