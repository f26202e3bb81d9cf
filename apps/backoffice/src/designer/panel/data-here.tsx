import { TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { toast } from '../../kit/toasts.ts';
import { common } from '../../words/common.ts';
import type { DrawnElement } from '../drawing.ts';
import type { KnownPath } from '../paths/known-paths.ts';
import { useKnownPaths } from '../paths/use-known-paths.ts';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './words.ts';

/** The session data that is known when this element is reached; a click copies a path. */
export function DataHere({ element }: { readonly element: DrawnElement }) {
  const paths = useKnownPaths(element.id);
  const [text, setText] = useState('');
  const found = paths.filter(({ path, from }) =>
    `${path} ${from}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <PanelSection title={panelWords.paths} count={paths.length} isClosedAtFirst>
      <p className={classes.help}>{paths.length === 0 ? panelWords.pathsNone : panelWords.pathsText}</p>
      {paths.length > 6 && (
        <TextInput
          aria-label={panelWords.pathSearch}
          placeholder={panelWords.pathSearch}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      {[...Map.groupBy(found, ({ from }) => from)].map(([from, list]) => (
        <div key={from}>
          <p className={classes.from}>{panelWords.pathsFrom(from)}</p>
          <ul className={classes.paths}>
            {list.map((path) => (
              <li key={path.path}>
                <PathButton {...path} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PanelSection>
  );
}

function PathButton({ path, docs }: KnownPath) {
  const { copy } = useClipboard();
  return (
    <Tooltip label={docs} multiline w={240} position="left">
      <UnstyledButton
        className={classes.pathButton}
        aria-label={common.copyOf(path)}
        onClick={() => {
          copy(`\${${path}}`);
          toast(`${common.copied}: ${path}`);
        }}
      >
        <code className={classes.path}>{path}</code>
      </UnstyledButton>
    </Tooltip>
  );
}
