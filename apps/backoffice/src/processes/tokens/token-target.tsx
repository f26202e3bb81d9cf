import type { ProcessToken } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { TextLink } from '../../kit/links.tsx';
import { tokenWords } from './token-words.ts';

type Props = { readonly token: ProcessToken };

/** What a token starts: the definition, and which of its versions. */
export const TokenTarget = ({ token }: Props) => (
  <>
    {token.processDefnName !== undefined && (
      <TextLink to="/definitions/$name" params={{ name: token.processDefnName }} underline="always">
        {token.processDefnName}
      </TextLink>
    )}
    <Text c="dimmed" size="sm">
      {whichVersion(token)}
    </Text>
  </>
);

/** Which version a token starts, in words. */
export function whichVersion({ processDefnVersion, processDefnTag, processDefnName }: ProcessToken): string {
  if (processDefnTag !== undefined)
    return processDefnName === undefined
      ? tokenWords.tagGone(processDefnTag)
      : tokenWords.tagOf(processDefnTag);
  return processDefnVersion === undefined ? tokenWords.newest : tokenWords.versionOf(processDefnVersion);
}

/** Whether it follows a tag that no version has any more. */
export const isTagGone = ({ processDefnTag, processDefnName }: ProcessToken): boolean =>
  processDefnTag !== undefined && processDefnName === undefined;
