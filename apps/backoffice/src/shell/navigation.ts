import type { Route } from '@latchkey/contract';
import {
  listApiKeys,
  listAudit,
  listAuthenticatorModels,
  listRelyingParties,
  listStores,
  listUsers,
  listWebhooks,
} from '@latchkey/contract';
import {
  IconBuildingStore,
  IconDeviceUsb,
  IconFingerprint,
  IconHistory,
  IconHome2,
  IconKey,
  IconSettings,
  IconUserShield,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { designerNavigation } from '../designer/navigation.ts';
import { embeddingNavigation } from '../embedding/navigation.ts';
import { integrationNavigation, processNavigation } from '../processes/navigation.ts';
import { textNavigation } from '../texts/navigation.ts';
import { themeNavigation } from '../themes/navigation.ts';
import { shellWords } from './words.ts';

/** One way into a screen, in the navigation and in the command palette. */
export type NavigationEntry = {
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  readonly to: NonNullable<LinkProps['to']>;
  /** Absent from the navigation without its permission. */
  readonly needs?: Pick<Route, 'permission' | 'orPermission'>;
  /** Further words by which the command palette finds it. */
  readonly keywords?: string;
};

export type NavigationGroup = { readonly label?: string; readonly entries: readonly NavigationEntry[] };

/** The main navigation, in its order. */
export const navigation = (): readonly NavigationGroup[] => [
  { entries: [{ label: shellWords.home, icon: IconHome2, to: '/' }] },
  { label: shellWords.processes, entries: [...processNavigation, ...designerNavigation] },
  {
    label: shellWords.integration,
    entries: [...integrationNavigation, themeNavigation, textNavigation, embeddingNavigation],
  },
  {
    label: shellWords.identity,
    entries: [
      {
        label: shellWords.users,
        icon: IconUsers,
        to: '/users',
        needs: listUsers,
        keywords: 'people passkeys',
      },
      { label: shellWords.stores, icon: IconBuildingStore, to: '/stores', needs: listStores },
      {
        label: shellWords.relyingParties,
        icon: IconFingerprint,
        to: '/relying-parties',
        needs: listRelyingParties,
        keywords: 'origins registration policies webauthn domain',
      },
      {
        label: shellWords.authenticators,
        icon: IconDeviceUsb,
        to: '/authenticators',
        needs: listAuthenticatorModels,
        keywords: 'models aaguid metadata mds roots trust anchors revoked attestation',
      },
    ],
  },
  {
    label: shellWords.deliveries,
    entries: [
      {
        label: shellWords.webhooks,
        icon: IconWebhook,
        to: '/webhooks',
        needs: listWebhooks,
        keywords: 'events endpoints dead letters deliveries resend',
      },
    ],
  },
  {
    label: shellWords.access,
    entries: [
      {
        label: shellWords.apiKeys,
        icon: IconKey,
        to: '/api-keys',
        needs: listApiKeys,
        keywords: 'clients oauth',
      },
      {
        label: shellWords.operators,
        icon: IconUserShield,
        to: '/operators',
        keywords: 'invite roles sessions',
      },
      { label: shellWords.audit, icon: IconHistory, to: '/audit', needs: listAudit, keywords: 'log history' },
      {
        label: shellWords.settings,
        icon: IconSettings,
        to: '/settings',
        keywords: 'appearance theme dark light',
      },
    ],
  },
];
