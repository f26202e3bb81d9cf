import { Tooltip } from '@mantine/core';
import { absoluteTime, clockTime } from './relative-time.ts';

/** A moment to the second, where many follow each other closely; in full on hover or focus. `at` is RFC 3339. */
export const Clock = ({ at }: { readonly at: string }) => (
  <Tooltip label={absoluteTime(at)} events={{ hover: true, focus: true, touch: true }}>
    <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
      {clockTime(at, Date.now())}
    </time>
  </Tooltip>
);
