import type { Clock } from '@latchkey/kernel';
import { Problem } from '@latchkey/kernel';
import type { SendRequest } from '../egress/send-request.ts';
import type { Vault } from '../secrets/vault.ts';
import type { CloudEvent } from './event-of-record.ts';
import { signedHeaders } from './sign-event.ts';
import type { Attempt, DeliveryFailure } from './webhook.ts';
import { type SecretOwner, secretPlace } from './webhook-secret.ts';
import type { StoredEndpoint } from './webhooks.sql.ts';

export type PostNeeds = {
  readonly sendRequest: SendRequest;
  readonly now: Clock;
  readonly vault: Vault;
};

/** The receiver wants nothing more, ever (Standard Webhooks). */
const gone = 410;

/** Of an answer people see no more. */
const shownLength = 1_000;

/** Posts a signed event once, and answers what came of it; never throws for what the receiver does. */
export function postEvent({ sendRequest, now, vault }: PostNeeds) {
  return async (owner: SecretOwner, endpoint: StoredEndpoint, event: CloudEvent): Promise<Attempt> => {
    const begun = performance.now();
    const took = () => ({ durationMs: Math.round(performance.now() - begun) });
    const sealed = [endpoint.secret, endpoint.previousSecret].filter((one) => one !== null);
    const opened = await Promise.all(sealed.map((one) => vault.open(secretPlace(owner), one)));
    const secrets = opened.filter((one) => one !== undefined);
    if (secrets.length === 0) return { failure: 'webhook.secret-unreadable', ...took() };
    const body = JSON.stringify(event);
    try {
      const headers = signedHeaders({ id: event.id, at: now(), body }, secrets);
      const answer = await sendRequest({ url: endpoint.url, headers, body });
      const isAccepted = answer.status >= 200 && answer.status < 300;
      return {
        answerStatus: answer.status,
        // PostgreSQL keeps no text with a NUL.
        answerBody: answer.body.replaceAll('\0', '').slice(0, shownLength),
        ...(!isAccepted && { failure: answer.status === gone ? 'webhook.gone' : 'webhook.refused' }),
        ...took(),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { failure: error.code as DeliveryFailure, ...took() };
    }
  };
}
export type PostEvent = ReturnType<typeof postEvent>;
