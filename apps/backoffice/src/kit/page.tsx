import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { common } from '../words/common.ts';
import classes from './page.module.css';

type Props = {
  readonly title: string;
  /** Links to the screens above this one, made with `TextLink`; the title itself is added. */
  readonly trail?: readonly ReactNode[];
  /** Beside the title: a status, an id. */
  readonly meta?: ReactNode;
  /** At the right: the main button last. */
  readonly actions?: ReactNode;
  readonly description?: ReactNode;
  /** Narrow for forms, full for canvases; lists need neither. */
  readonly width?: 'narrow' | 'full';
  readonly children: ReactNode;
};

/** One screen: names itself in the window's title, in the breadcrumbs and in its heading. */
export function Page({ title, trail = [], meta, actions, description, width, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader follows to the new screen; nothing else moves.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.page} data-width={width}>
      <title>{`${title} · ${common.product}`}</title>
      {trail.length > 0 && (
        <nav aria-label={common.breadcrumbs} className={classes.trail}>
          <ol>
            {trail.map((link, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a trail is never reordered.
              <li key={place}>{link}</li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <header className={classes.header}>
        <div className={classes.words}>
          <Group gap="sm" align="center">
            <Title order={1} className={classes.title} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {meta}
          </Group>
          {description !== undefined && <div className={classes.description}>{description}</div>}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </header>
      {children}
    </div>
  );
}
