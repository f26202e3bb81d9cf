import { listAudit, revealProcessInstanceSecrets } from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { Section } from '../../kit/form/section.tsx';
import { useMay } from '../../session/use-session.ts';
import { instanceWords } from './instance-words.ts';
import { SessionTree } from './session-tree.tsx';

type Data = Readonly<Record<string, unknown>>;
type Props = { readonly id: string; readonly data: Data };

/** Every variable; what is named like a secret only after a question, by those with the permission. */
export function Variables({ id, data }: Props) {
  const may = useMay();
  const [whole, setWhole] = useState<Data | undefined>(undefined);
  const reveal = useWrite(revealProcessInstanceSecrets, { alsoChanges: [listAudit.tag] });
  const ask = () =>
    confirm({
      title: instanceWords.revealTitle,
      effect: instanceWords.revealEffect,
      action: instanceWords.reveal,
      run: async () => setWhole(await reveal.mutateAsync({ params: { id } })),
    });
  return (
    <Section title={instanceWords.variables} text={instanceWords.variablesText}>
      <SessionTree data={whole ?? data} />
      {may(revealProcessInstanceSecrets) &&
        (whole === undefined ? (
          <Button variant="default" size="xs" leftSection={<IconEye size={16} />} onClick={ask}>
            {instanceWords.reveal}
          </Button>
        ) : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconEyeOff size={16} />}
            onClick={() => setWhole(undefined)}
          >
            {instanceWords.hide}
          </Button>
        ))}
    </Section>
  );
}
