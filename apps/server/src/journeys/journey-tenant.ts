import type { FindOwner } from '../processes/find-owner.ts';
import { readStartAddress } from '../processes/start-link.ts';
import { queryText } from './caller.ts';

type Addressed = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** Whose journey a request is about: by the instance in its path, else by the link that it opens or uses. */
export async function journeyTenant(owner: FindOwner, request: Addressed): Promise<string | undefined> {
  const { instanceId } = request.params as { readonly instanceId?: string };
  if (instanceId !== undefined) return owner.ofInstance(instanceId);
  const pt = linkText(request, 'pt');
  if (pt !== undefined) return owner.ofToken(pt);
  const link = readStartAddress(linkText(request, 'ps') ?? '');
  return link === undefined ? undefined : owner.ofInstance(link.instanceId);
}

const linkText = ({ query, body }: Addressed, name: 'pt' | 'ps'): string | undefined =>
  queryText(body, name) ?? queryText(query, name);
