import {
  createProcessToken,
  deleteProcessDefinition,
  deployProcessDefinition,
  type ProcessDefinitionVersion,
} from '@latchkey/contract';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconLink, IconPencil, IconRocket, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { common } from '../../words/common.ts';
import { definitionWords } from './definition-words.ts';
import { designAddress } from './design-address.ts';
import { exportDiagram } from './export-diagram.ts';

type Props = { readonly version: ProcessDefinitionVersion };

/** What can be done with one version. */
export function VersionActions({ version }: Props) {
  const may = useMay();
  const navigate = useNavigate();
  const { deploy, remove } = useVersionActs(version);
  const { name, version: number, status } = version;
  const isDraft = status === 'EDITABLE';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={common.actionsOf(`${name}, ${definitionWords.versionOf(number)}`)}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          onClick={() => void navigate(designAddress(version))}
        >
          {definitionWords.open}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload size={16} />}
          onClick={() => void exportDiagram(version).catch((failure: Error) => toast(failure.message))}
        >
          {definitionWords.export}
        </Menu.Item>
        {!isDraft && may(createProcessToken) && (
          <Menu.Item
            leftSection={<IconLink size={16} />}
            onClick={() => void navigate({ to: '/tokens/new', search: { definition: name } })}
          >
            {definitionWords.makeLink}
          </Menu.Item>
        )}
        {isDraft && may(deployProcessDefinition) && (
          <Menu.Item leftSection={<IconRocket size={16} />} onClick={deploy}>
            {definitionWords.deploy}
          </Menu.Item>
        )}
        {isDraft && may(deleteProcessDefinition) && (
          <Menu.Item c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={remove}>
            {definitionWords.delete}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function useVersionActs({ id, name, version }: ProcessDefinitionVersion) {
  const deploying = useWrite(deployProcessDefinition);
  const removing = useWrite(deleteProcessDefinition);
  const deploy = () =>
    confirm({
      title: definitionWords.deployTitle(name, version),
      effect: definitionWords.deployEffect,
      action: definitionWords.deploy,
      run: async () => {
        await deploying.mutateAsync({ params: { id }, body: {} });
        toast(definitionWords.deployed(name, version));
      },
    });
  const remove = () =>
    confirm({
      title: definitionWords.deleteTitle(name, version),
      effect: definitionWords.deleteEffect,
      action: definitionWords.delete,
      isDangerous: true,
      run: async () => {
        await removing.mutateAsync({ params: { id } });
        toast(definitionWords.deleted(name, version));
      },
    });
  return { deploy, remove };
}
