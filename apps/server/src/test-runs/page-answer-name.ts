import type { Definition } from '@latchkey/engine';

/** The name that the guide's page uses. */
const guideName = 'passkeyRegistrationResponse';

/** The variable of a page in which the diagram expects its passkey: the one that a completion reads. */
export function pageAnswerName({ nodes }: Definition, customPageKey: string): string {
  const read = Object.values(nodes).flatMap((node) => {
    const text =
      node.kind === 'task' ? node.activity.parameters.passkeyRegistrationBrowserResponse : undefined;
    return typeof text === 'string' ? [namedIn(text, customPageKey)] : [];
  });
  return read.find((name) => name !== undefined) ?? guideName;
}

function namedIn(text: string, key: string): string | undefined {
  const [, quoted, plain, name] =
    /_customPages(?:\["([^"]+)"\]|\.(\w+))\.currentPage\.variables\.(\w+)/.exec(text) ?? [];
  return (quoted ?? plain) === key ? name : undefined;
}
