import type { PasskeyRefusal } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { Section } from '../../kit/form/section.tsx';
import { Moment } from '../../kit/moment.tsx';
import { instanceWords } from './instance-words.ts';
import classes from './instances.module.css';

/** Why the server refused passkeys: the sentence, the step of the standard, the code. Nothing while it refused none. */
export const Refusals = ({ refusals }: { readonly refusals: readonly PasskeyRefusal[] }) =>
  refusals.length === 0 ? null : (
    <Section title={instanceWords.refusals} text={instanceWords.refusalsText}>
      <ol className={classes.refusals}>
        {refusals.map(({ at, ceremony, code, passkeyName, sentence, step }, place) => (
          <li key={`${at} ${String(place)}`}>
            <Text fw={550}>{sentence}</Text>
            <Group gap="xs" component="div">
              <Text size="sm">
                {ceremony === 'sign-in' ? instanceWords.ofSignIn : instanceWords.ofRegistration}
              </Text>
              {passkeyName !== undefined && <Text size="sm">{passkeyName}</Text>}
              {step !== undefined && <Text size="sm">{step}</Text>}
              <code>{code}</code>
              <Text size="sm" c="dimmed" component="span">
                <Moment at={at} />
              </Text>
            </Group>
          </li>
        ))}
      </ol>
    </Section>
  );
