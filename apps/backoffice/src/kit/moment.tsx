import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { common } from '../words/common.ts';
import { absoluteTime, relativeTime } from './relative-time.ts';

/** A moment as people say it ("3 minutes ago"), in full on hover or focus. `at` is RFC 3339. */
export function Moment({ at }: { readonly at: string | undefined }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (at === undefined) return <span>{common.never}</span>;
  return (
    <Tooltip label={absoluteTime(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {relativeTime(Date.parse(at), now)}
      </time>
    </Tooltip>
  );
}
