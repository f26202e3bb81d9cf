import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmarkPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../kit/toasts.ts';
import { common } from '../words/common.ts';
import { useViews } from './use-views.ts';
import { keptOf, shows, type View } from './view.ts';
import { ViewDialog } from './view-dialog.tsx';
import classes from './views.module.css';
import { viewWords } from './words.ts';

/** Above a list: the views of it that somebody has saved, and a way to save the one that is shown. */
export function ViewsBar() {
  const { pathname: path, search } = useLocation();
  const { views } = useViews();
  const here = views.filter((view) => view.path === path);
  const shown = here.find((view) => shows(search, view));
  const [asked, setAsked] = useState<View>();
  const kept = keptOf(search);
  const isNew = shown === undefined && Object.keys(kept).length > 0;
  if (here.length === 0 && !isNew) return null;
  return (
    <nav className={classes.bar} aria-label={viewWords.views}>
      {here.map((view) => (
        <span key={view.id} className={classes.view} data-shown={view === shown || undefined}>
          <Link
            to={view.path}
            search={view.search as never}
            aria-current={view === shown ? 'page' : undefined}
          >
            {view.name}
          </Link>
          {view === shown && <ViewMenu view={view} onRename={() => setAsked(view)} />}
        </span>
      ))}
      {isNew && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          onClick={() => setAsked({ id: crypto.randomUUID(), name: '', path, search: kept })}
        >
          {viewWords.save}
        </Button>
      )}
      {asked && (
        <ViewDialog
          title={asked.name === '' ? viewWords.saveTitle : viewWords.renameTitle(asked.name)}
          view={asked}
          onClose={() => setAsked(undefined)}
          onKept={({ name }) => {
            setAsked(undefined);
            toast(viewWords.saved(name));
          }}
        />
      )}
    </nav>
  );
}

function ViewMenu({ view, onRename }: { readonly view: View; readonly onRename: () => void }) {
  const { keep, remove } = useViews();
  const forget = () => {
    remove(view);
    toast(viewWords.removed(view.name), async () => keep(view));
  };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={common.actionsOf(view.name)}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={common.actionsOf(view.name)}>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onRename}>
          {viewWords.rename}
        </Menu.Item>
        <Menu.Item c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={forget}>
          {viewWords.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
