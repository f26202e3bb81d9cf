import { eraseAuditActor } from '@latchkey/contract';
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { Section } from '../../kit/form/section.tsx';
import { TextLink } from '../../kit/links.tsx';
import { toast } from '../../kit/toasts.ts';
import { proofWords } from './proof-words.ts';

/** Takes an operator's name and facts out of the audit. */
export function EraseOperator() {
  const [id, setId] = useState('');
  const erase = useWrite(eraseAuditActor);
  const operatorId = id.trim();
  const ask = () =>
    confirm({
      title: proofWords.eraseTitle,
      effect: proofWords.eraseEffect(operatorId),
      action: proofWords.eraseAction,
      isDangerous: true,
      run: async () => {
        const { erased } = await erase.mutateAsync({ body: { operatorId } });
        toast(proofWords.erased(erased));
        setId('');
      },
    });
  return (
    <Section title={proofWords.erase} text={proofWords.eraseText}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (operatorId !== '') ask();
        }}
      >
        <Stack gap="md" align="flex-start">
          <TextInput
            label={proofWords.operatorId}
            description={
              <>
                {proofWords.operatorIdHelp}{' '}
                <TextLink to="/audit" search={{ action: 'operator.deleted' }} inherit underline="always">
                  {proofWords.findDeleted}
                </TextLink>
              </>
            }
            value={id}
            autoComplete="off"
            spellCheck={false}
            w="100%"
            classNames={{ input: 'lk-mono' }}
            onChange={({ currentTarget: { value } }) => setId(value)}
          />
          <Button type="submit" variant="default" disabled={operatorId === ''}>
            {proofWords.eraseAction}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
