import { Skeleton } from '@mantine/core';
import { type ComponentProps, lazy, Suspense } from 'react';

const Editor = lazy(() => import('./form-editor.tsx').then((made) => ({ default: made.FormEditor })));

/** The editor, which brings the renderer of the end user's page with it, once it is needed. */
export const LazyFormEditor = (props: ComponentProps<typeof Editor>) => (
  <Suspense fallback={<Skeleton height={480} />}>
    <Editor {...props} />
  </Suspense>
);
