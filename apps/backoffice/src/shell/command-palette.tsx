import { Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { lazyPart } from '../kit/lazy-part.tsx';
import { common } from '../words/common.ts';

/** No part of the first view, but there before somebody has opened it. */
const load = () => import('./palette.tsx');
const Palette = lazyPart(() => load().then((module) => module.Palette));
const laterMs = 2000;

type Props = { readonly isOpen: boolean; readonly onOpen: () => void; readonly onClose: () => void };

/** Ctrl+K: go to any screen or run a command, by typing. */
export function CommandPalette({ isOpen, onOpen, onClose }: Props) {
  useHotkeys([['mod+K', onOpen]], []);
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), laterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      padding={0}
      size="md"
      yOffset="14vh"
      centered={false}
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={common.commandPalette}>
        <Suspense>
          <Palette onClose={onClose} />
        </Suspense>
      </Modal.Content>
    </Modal.Root>
  );
}
