import { Badge } from '@mantine/core';

type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'quiet';

const colours: Readonly<Record<Tone, string>> = {
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  busy: 'indigo',
  quiet: 'gray',
};

/** A state in a word and a tone; the word alone says it. */
export const StatusBadge = ({ tone, children }: { readonly tone: Tone; readonly children: string }) => (
  <Badge color={colours[tone]} tt="none" fw={550} className="lk-badge" data-tone={tone}>
    {children}
  </Badge>
);
