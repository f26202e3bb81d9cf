import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { Form } from '../kit/form/use-form.ts';
import { algorithmLabel, algorithmNames } from './algorithm-names.ts';
import classes from './policy.module.css';
import type { PolicyValues } from './policy-values.ts';
import { policyWords } from './words.ts';

const legacy = new Set([-43, -65535]);

/** The algorithms in order of preference, moved by buttons. */
export function AlgorithmField({ form }: { readonly form: Form<PolicyValues> }) {
  const { algorithms, legacyAlgorithms } = form.values;
  const put = (next: readonly number[]) => form.set({ algorithms: next });
  const error = form.errors.at('algorithms');
  const left = [...algorithmNames.keys()].filter(
    (id) => !algorithms.includes(id) && (legacyAlgorithms || !legacy.has(id)),
  );
  return (
    <div>
      <ol className={classes.algorithms}>
        {algorithms.map((id, place) => (
          <li key={id}>
            <span>{algorithmLabel(id)}</span>
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={policyWords.moveUp(algorithmLabel(id))}
                disabled={place === 0}
                onClick={() => put(swapped(algorithms, place - 1))}
              >
                <IconChevronUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={policyWords.moveDown(algorithmLabel(id))}
                disabled={place === algorithms.length - 1}
                onClick={() => put(swapped(algorithms, place))}
              >
                <IconChevronDown size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={policyWords.removeAlgorithm(algorithmLabel(id))}
                onClick={() => put(algorithms.filter((one) => one !== id))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      {error !== undefined && (
        <Text c="var(--mantine-color-error)" size="sm" mb="xs">
          {error}
        </Text>
      )}
      <Select
        aria-label={policyWords.addAlgorithm}
        placeholder={policyWords.addAlgorithm}
        searchable
        data={left.map((id) => ({ value: String(id), label: algorithmLabel(id) }))}
        value={null}
        onChange={(id) => id !== null && put([...algorithms, Number(id)])}
        maw="18rem"
      />
    </div>
  );
}

/** The list with the entries at `place` and after it exchanged. */
const swapped = (list: readonly number[], place: number): readonly number[] =>
  list.map(
    (one, index) => (index === place ? list[place + 1] : index === place + 1 ? list[place] : one) ?? one,
  );
