import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmHost } from './kit/confirm.tsx';
import { ToastHost } from './kit/toast.tsx';
import { openBackoffice } from './open-backoffice.ts';
import { FreshSignInHost } from './session/fresh-sign-in-host.tsx';
import { allowLibraryStyles, styleNonce } from './theme/style-nonce.ts';
import { cssVariables, layersId, theme } from './theme/theme.ts';
import { common } from './words/common.ts';

allowLibraryStyles();

/** The whole Backoffice. */
export function Backoffice() {
  const [{ queryClient, router }] = useState(openBackoffice);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <RouterContextProvider router={router}>
          <ConfirmHost />
        </RouterContextProvider>
        <FreshSignInHost />
        <ToastHost />
        <section id={layersId} aria-label={common.layers} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
