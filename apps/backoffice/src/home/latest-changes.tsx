import { listAudit } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { actionText } from '../audit/action-text.ts';
import { auditWords } from '../audit/words.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { useMay } from '../session/use-session.ts';
import classes from './home.module.css';
import { homeWords } from './words.ts';

/** The last few records of the audit. */
export function LatestChanges() {
  const may = useMay();
  const answer = useRead(listAudit, { query: { size: 8, sort: ['at,desc'] } }, { enabled: may(listAudit) });
  if (!may(listAudit)) return null;
  return (
    <Section title={homeWords.latest} text={<TextLink to="/audit">{homeWords.allAudit}</TextLink>}>
      <Loaded answer={answer}>
        {({ content }) =>
          content.length === 0 ? (
            <Text c="dimmed">{homeWords.noneYet}</Text>
          ) : (
            <ul className={classes.changes}>
              {content.map(({ id, at, action, actor, outcome }) => (
                <li key={id}>
                  <span>
                    <TextLink to="/audit" search={{ record: id }} c="inherit">
                      {actionText(action)}
                    </TextLink>{' '}
                    {outcome === 'FAILURE' && (
                      <StatusBadge tone="bad">{auditWords.outcomes.FAILURE}</StatusBadge>
                    )}
                  </span>
                  <span className={classes.by}>{actor}</span>
                  <Moment at={at} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
