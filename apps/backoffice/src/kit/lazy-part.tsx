import { Text } from '@mantine/core';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { common } from '../words/common.ts';
import { tellMissingPart } from './missing-part.ts';

/**
 * A part of a screen that is loaded when it is first shown. Where that fails, a word stands in its place and a notice
 * says what to do: the screen stays, with everything that was typed in it.
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => {
        void tellMissingPart();
        return { default: MissingPart };
      },
    ),
  );

const MissingPart = () => (
  <Text c="dimmed" p="md" role="alert">
    {common.missingPart}
  </Text>
);
