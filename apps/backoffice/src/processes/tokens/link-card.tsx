import type { ProcessToken } from '@latchkey/contract';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconExternalLink, IconLock, IconTagOff } from '@tabler/icons-react';
import { Section } from '../../kit/form/section.tsx';
import { SecretText } from '../../kit/secret-text.tsx';
import { saveFile } from '../save-file.ts';
import { QrCode, qrFile } from './qr-code.tsx';
import { tokenAddress } from './token-address.ts';
import { isTagGone } from './token-target.tsx';
import { tokenWords } from './token-words.ts';
import classes from './tokens.module.css';

/** The link of a token, to copy, to open and to scan. */
export function LinkCard({ token }: Props) {
  // The server names an invitation by its auditId to those who may not invite.
  return token.id === token.auditId ? <HiddenLink /> : <ShownLink token={token} />;
}

type Props = { readonly token: ProcessToken };

const HiddenLink = () => (
  <Section title={tokenWords.link}>
    <Alert color="gray" icon={<IconLock aria-hidden />}>
      {tokenWords.linkHidden}
    </Alert>
  </Section>
);

function ShownLink({ token }: Props) {
  const address = tokenAddress(token);
  return (
    <Section title={tokenWords.link} text={tokenWords.linkText}>
      <div className={classes.link}>
        <QrCode text={address} label={tokenWords.qr(token.name)} />
        <Stack gap="sm" miw={0}>
          <SecretText text={address} what={tokenWords.link.toLowerCase()} />
          {token.status !== 'ACTIVE' && <Text c="dimmed">{tokenWords.linkOff}</Text>}
          {token.processDefnTag !== undefined && isTagGone(token) && (
            <Alert
              color="yellow"
              icon={<IconTagOff aria-hidden />}
              title={tokenWords.tagGone(token.processDefnTag)}
            >
              {tokenWords.tagGoneText}
            </Alert>
          )}
          <Group gap="xs">
            <Button
              component="a"
              href={address}
              target="_blank"
              rel="noreferrer"
              variant="default"
              size="xs"
              leftSection={<IconExternalLink size={14} />}
            >
              {tokenWords.openLink}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconDownload size={14} />}
              onClick={() => saveFile(`${token.name}.svg`, qrFile(address), 'image/svg+xml')}
            >
              {tokenWords.saveQr}
            </Button>
          </Group>
        </Stack>
      </div>
    </Section>
  );
}
