import { createProcessToken, listProcessInstances, type ProcessDefinition } from '@latchkey/contract';
import { ActionIcon, Alert, Kbd, Menu, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import {
  IconDots,
  IconDownload,
  IconKeyboard,
  IconLayoutDashboard,
  IconLink,
  IconTimeline,
  IconUpload,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { common } from '../../words/common.ts';
import type { Checker } from '../canvas/checker.ts';
import { keySheet, screenWords } from '../screen-words.ts';
import { useDesign } from './design.ts';
import { downloadText } from './download-text.ts';
import classes from './more-menu.module.css';

type Props = {
  readonly base: ProcessDefinition;
  readonly checker: Checker | undefined;
  readonly onReplace: (xml: string) => void;
};

/** What is needed now and then: files, layout, keys. */
export function MoreMenu({ base, checker, onReplace }: Props) {
  const { canvas } = useDesign();
  const may = useMay();
  const navigate = useNavigate();
  const file = useRef<HTMLInputElement>(null);
  const [areKeysShown, setKeysShown] = useState(false);
  const [fault, setFault] = useState<string>();
  useHotkeys([['?', () => setKeysShown(true)]]);
  const say = (error: unknown) => setFault(error instanceof Error ? error.message : String(error));
  const take = async (chosen: File | undefined) => {
    if (!chosen || !checker) return;
    const xml = await chosen.text();
    const { unreadable } = await checker.check(xml, []);
    if (unreadable !== undefined) {
      setFault(unreadable);
      return;
    }
    const before = await canvas.save();
    onReplace(xml);
    toast(screenWords.taken(chosen.name), async () => onReplace(before));
  };
  const arrange = async () => {
    if (!checker) return;
    const before = await canvas.save();
    onReplace(await checker.arrange(before));
    toast(screenWords.arranged, async () => onReplace(before));
  };
  const save = async () => downloadText(await canvas.save(), screenWords.exportName(base.name, base.version));
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={screenWords.more}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={screenWords.more}>
          {may(listProcessInstances) && (
            <Menu.Item
              leftSection={<IconTimeline size={16} />}
              onClick={() => void navigate({ to: '/instances', search: { definition: base.name } })}
            >
              {screenWords.toInstances}
            </Menu.Item>
          )}
          {may(createProcessToken) && (
            <Menu.Item
              leftSection={<IconLink size={16} />}
              onClick={() => void navigate({ to: '/tokens/new', search: { definition: base.name } })}
            >
              {screenWords.makeLink}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => file.current?.click()}>
            {screenWords.importFile}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void save().catch(say)}>
            {screenWords.exportFile}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLayoutDashboard size={16} />}
            onClick={() => void arrange().catch(say)}
          >
            {screenWords.arrange}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => setKeysShown(true)}>
            {screenWords.keys}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        accept=".bpmn,.xml,application/xml,text/xml"
        aria-label={screenWords.importFile}
        hidden
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]).catch(say);
          currentTarget.value = '';
        }}
      />
      <Modal
        opened={fault !== undefined}
        onClose={() => setFault(undefined)}
        title={screenWords.unreadableTitle}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <Alert color="red" role="alert">
          {fault}
        </Alert>
      </Modal>
      <Modal
        opened={areKeysShown}
        onClose={() => setKeysShown(false)}
        title={screenWords.keys}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <dl className={classes.keys}>
          {keySheet.map(([key, text]) => (
            <div key={key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
