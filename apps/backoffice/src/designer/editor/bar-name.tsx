import { useEffect, useRef } from 'react';
import { TextLink } from '../../kit/links.tsx';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import { useDraftState } from '../drafts/use-draft.ts';
import { screenWords } from '../screen-words.ts';
import classes from './top-bar.module.css';

/** What is drawn, in which version, and whether it is saved. */
export function BarName({ keeper }: { readonly keeper: DraftKeeper }) {
  const { base, phase } = useDraftState(keeper);
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader follows to the diagram, unless somebody is at something already.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes.name}>
      <h1 ref={heading} tabIndex={-1} aria-describedby="designer-state">
        <TextLink
          to="/definitions/$name"
          params={{ name: base.name }}
          title={screenWords.toDefinition}
          c="inherit"
          fw="inherit"
        >
          {base.name}
        </TextLink>
      </h1>
      <div className={classes.state} id="designer-state">
        <span>
          <span className={classes.long}>{screenWords.version(base.version)}</span>
          <span className={classes.short}>{screenWords.shortVersion(base.version)}</span> ·{' '}
          {base.status === 'EDITABLE' ? screenWords.draft : screenWords.live}
        </span>
        <span className={classes.phase} data-phase={phase} role="status">
          <span className={classes.long}>{screenWords.phases[phase]}</span>
          <span className={classes.short}>{screenWords.shortPhases[phase]}</span>
        </span>
      </div>
    </div>
  );
}
