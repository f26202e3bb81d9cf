import { Skeleton, Tabs } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { lazyPart } from '../kit/lazy-part.tsx';
import classes from './pages.module.css';

const CodeEditor = lazyPart(() => import('./code-editor.tsx').then((module) => module.CodeEditor));

type Props = {
  /** The text files, in the order of their tabs. */
  readonly paths: readonly string[];
  /** Shows an editor once the text of the file is there. */
  readonly withText: (path: string, show: (text: string) => ReactNode) => ReactNode;
  readonly onChange: (path: string, text: string) => void;
  readonly isReadOnly: boolean;
};

/** The text files of a page, a tab each; the editor comes when it is needed. */
export function PageFiles({ paths, withText, onChange, isReadOnly }: Props) {
  const [path, setPath] = useState(paths[0] ?? '');
  return (
    <Tabs value={path} onChange={(chosen) => chosen !== null && setPath(chosen)} keepMounted={false}>
      <Tabs.List>
        {paths.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {one}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {paths.map((one) => (
        <Tabs.Panel key={one} value={one} pt="sm">
          {withText(one, (text) => (
            <Suspense fallback={<Skeleton className={classes.code ?? ''} />}>
              <CodeEditor
                path={one}
                text={text}
                isReadOnly={isReadOnly}
                onChange={(changed) => onChange(one, changed)}
              />
            </Suspense>
          ))}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

const order = ['index.html', 'style.css', 'app.js'];
const texts = /\.(html|css|js|json|txt|xml|svg)$/i;

/** The paths that can be edited: the three that most pages have first. */
export const editable = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => texts.test(path))
    .toSorted((a, b) => (order.indexOf(a) + 1 || 9) - (order.indexOf(b) + 1 || 9) || a.localeCompare(b))
    .slice(0, 50);
