import type { AuditChain } from '@latchkey/contract';
import { Button, Group, Textarea } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Section } from '../../kit/form/section.tsx';
import { readAnchor } from './anchor.ts';
import { proofWords } from './proof-words.ts';
import { VerdictNote } from './verdict-note.tsx';
import { verifyWhole } from './verify-whole.ts';

/** Verifies the chain on request, against an anchor where one is pasted. */
export function VerifyChain({ chain }: { readonly chain: AuditChain }) {
  const [text, setText] = useState('');
  const [isRead, setRead] = useState(false);
  const [checked, setChecked] = useState(0);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const anchor = readAnchor(text);
  const isWrong = text.trim() !== '' && anchor === undefined;
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: () => {
      running.current = new AbortController();
      setChecked(0);
      return verifyWhole({ anchor, tell: setChecked, signal: running.current.signal });
    },
  });
  const stop = () => {
    running.current?.abort();
    reset();
  };
  const all = chain.newest.position - chain.keptFrom.position;
  return (
    <Section title={proofWords.verifyTitle} text={proofWords.verifyText}>
      <Textarea
        label={proofWords.anchor}
        description={proofWords.anchorHelp}
        value={text}
        autosize
        minRows={1}
        maxRows={4}
        spellCheck={false}
        classNames={{ input: 'lk-mono' }}
        error={isRead && isWrong ? proofWords.anchorWrong : undefined}
        onBlur={() => setRead(true)}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          setRead(false);
        }}
      />
      <Group gap="sm">
        <Button
          leftSection={<IconShieldCheck size={16} />}
          loading={isPending}
          onClick={() => {
            setRead(true);
            if (!isWrong) mutate();
          }}
        >
          {data === undefined ? proofWords.verify : proofWords.verifyAgain}
        </Button>
        {isPending && (
          <>
            <Button variant="default" onClick={stop}>
              {proofWords.stop}
            </Button>
            <span role="status">{proofWords.checking(checked, all)}</span>
          </>
        )}
      </Group>
      {error !== null && <FailureNote failure={error} onRetry={() => mutate()} />}
      {data !== undefined && !isPending && <VerdictNote verdict={data} />}
    </Section>
  );
}
