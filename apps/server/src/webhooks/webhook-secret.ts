import { randomBytes } from 'node:crypto';
import type { SecretPlace } from '../secrets/vault.ts';

/** Whose a secret is. */
export type SecretOwner = { readonly tenant: string; readonly webhookId: string };

const prefix = 'whsec_';

/** A fresh secret of 32 random bytes. */
export const newWebhookSecret = (): Buffer => randomBytes(32);

/** A secret as people get it (Standard Webhooks, "Symmetric"). */
export const shownSecret = (secret: Uint8Array): string => prefix + Buffer.from(secret).toString('base64');

/** Where it is stored: a copy in another row does not open. */
export const secretPlace = ({ tenant, webhookId }: SecretOwner): SecretPlace => ({
  tenant,
  table: 'webhook_endpoints',
  row: webhookId,
});
