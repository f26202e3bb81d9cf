import { listAudit } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Moment } from '../kit/moment.tsx';
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
                <li key={id} data-outcome={outcome}>
                  <span>{action}</span>
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
