import {
  type CustomPage,
  type CustomPageVersion,
  createCustomPage,
  getCustomPage,
  listCustomPageUses,
  listCustomPageVersions,
} from '@latchkey/contract';
import { Button, List, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { everyVersion, ShownVersion, trailTo } from '../kit/versions/shown-version.tsx';
import { versionSearch } from '../kit/versions/use-named-search.ts';
import { VersionStatus } from '../kit/versions/version-status.tsx';
import { useMay } from '../session/use-session.ts';
import { PageEditor } from './page-editor.tsx';
import { PagePreview } from './page-preview.tsx';
import { PageVersions } from './page-versions.tsx';
import { pageWords } from './page-words.ts';
import classes from './pages.module.css';
import type { Edited } from './unsaved-document.ts';
import { UploadDialog } from './upload-dialog.tsx';
import { useUnsavedDocument } from './use-unsaved-document.ts';

const trail = trailTo('/pages', pageWords.title);

/** One Custom Page: a version with its files and preview, the others and its uses below. */
export function PageScreen() {
  const { name } = useParams({ from: '/shell/pages/$name' });
  const answer = useRead(listCustomPageVersions, { params: { name }, query: everyVersion });
  return (
    <ShownVersion answer={answer} trail={trail}>
      {(versions, shown) => <ShownPage versions={versions} shown={shown} />}
    </ShownVersion>
  );
}

type Props = { readonly versions: readonly CustomPageVersion[]; readonly shown: CustomPageVersion };

function ShownPage({ versions, shown }: Props) {
  const [, change] = useSearch(versionSearch);
  const [isUploading, setUploading] = useState(false);
  const may = useMay();
  const answer = useRead(getCustomPage, { params: { id: shown.id } });
  const showNewest = () => change({ version: undefined });
  return (
    <Page
      title={shown.name}
      meta={<VersionStatus status={shown.status} />}
      description={pageWords.versionOf(shown.version)}
      trail={trail}
      actions={
        may(createCustomPage) && (
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => setUploading(true)}>
            {pageWords.uploadVersion}
          </Button>
        )
      }
    >
      <Stack gap="lg">
        <Loaded answer={answer}>
          {(page) => <Workbench key={page.id} page={page} onSaved={showNewest} />}
        </Loaded>
        <Section title={pageWords.versions} text={pageWords.versionsText}>
          <PageVersions versions={versions} shown={shown} />
        </Section>
        <Section title={pageWords.uses} text={pageWords.usesText}>
          <PageUses id={shown.id} />
        </Section>
      </Stack>
      <UploadDialog
        name={shown.name}
        isOpen={isUploading}
        onClose={() => setUploading(false)}
        onSaved={showNewest}
      />
    </Page>
  );
}

type WorkbenchProps = { readonly page: CustomPage; readonly onSaved: () => void };

/** The files of a version beside what they look like, saved or not. */
function Workbench({ page, onSaved }: WorkbenchProps) {
  const [edited, setEdited] = useState<Edited>({});
  const unsaved = useUnsavedDocument(page, edited);
  return (
    <div className={classes.workbench}>
      <PageEditor page={page} onSaved={onSaved} onEdited={setEdited} />
      <Section title={pageWords.preview} text={pageWords.previewText}>
        <PagePreview name={page.name} url={page.previewUrl} unsaved={unsaved} />
      </Section>
    </div>
  );
}

function PageUses({ id }: { readonly id: string }) {
  const answer = useRead(listCustomPageUses, { params: { id } });
  return (
    <Loaded answer={answer}>
      {(uses) =>
        uses.length === 0 ? (
          <Text c="dimmed">{pageWords.usesNone}</Text>
        ) : (
          <List>
            {uses.map(({ definitionId, name, version, status, element, isCertain }) => (
              <List.Item key={`${definitionId} ${element}`}>
                <TextLink to="/definitions/$name" params={{ name }}>
                  {pageWords.usedBy(name, version)}
                </TextLink>{' '}
                <VersionStatus status={status} /> <code>{element}</code>
                {!isCertain && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {pageWords.usePerhaps}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}
