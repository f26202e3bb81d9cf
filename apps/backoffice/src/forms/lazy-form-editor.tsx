import { Skeleton } from '@mantine/core';
import { type ComponentProps, Suspense } from 'react';
import { lazyPart } from '../kit/lazy-part.tsx';

const Editor = lazyPart(() => import('./form-editor.tsx').then((module) => module.FormEditor));

/** The editor, which brings the renderer of the end user's page with it, once it is needed. */
export const LazyFormEditor = (props: ComponentProps<typeof Editor>) => (
  <Suspense fallback={<Skeleton height={480} />}>
    <Editor {...props} />
  </Suspense>
);
