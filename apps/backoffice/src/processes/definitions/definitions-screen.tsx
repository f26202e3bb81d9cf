import { createProcessDefinition, listProcessDefinitions } from '@latchkey/contract';
import { Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconRoute, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../../api/use-read.ts';
import { LinkButton } from '../../kit/links.tsx';
import { DataList } from '../../kit/list/data-list.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { containing, pageQueryOf } from '../../kit/list/list-search.ts';
import { SearchBox } from '../../kit/list/search-box.tsx';
import { useSearch } from '../../kit/list/use-search.ts';
import { Page } from '../../kit/page.tsx';
import { useMay } from '../../session/use-session.ts';
import { definitionColumns } from './definition-columns.tsx';
import { definitionWords } from './definition-words.ts';
import { definitionsSearch } from './definitions-search.ts';
import { UploadDialog } from './upload-dialog.tsx';

const statuses = ['EDITABLE', 'DEPLOYED_ACTIVE'] as const;

/** The process definitions by name, each with its newest version. */
export function DefinitionsScreen() {
  const [search, change] = useSearch(definitionsSearch);
  const may = useMay();
  const navigate = useNavigate();
  const [isUploading, upload] = useDisclosure();
  const { q, status } = search;
  const answer = useRead(listProcessDefinitions, {
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'name,asc' }),
      name: containing(q),
      status,
      newestOnly: true,
    },
  });
  const look = useCallback((text: string | undefined) => change({ q: text }), [change]);
  const clear = () => change({ q: undefined, status: undefined });
  const isFiltered = q !== undefined || status !== undefined;
  const mayCreate = may(createProcessDefinition);
  return (
    <Page
      title={definitionWords.title}
      description={definitionWords.description}
      actions={
        mayCreate && (
          <>
            <Button variant="default" leftSection={<IconUpload size={16} />} onClick={upload.open}>
              {definitionWords.upload}
            </Button>
            <LinkButton to="/designer/new" leftSection={<IconPlus size={16} />}>
              {definitionWords.draw}
            </LinkButton>
          </>
        )
      }
    >
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <SearchBox label={definitionWords.search} value={q} onChange={look} />
        <Select
          aria-label={definitionWords.status}
          placeholder={definitionWords.anyStatus}
          clearable
          data={statuses.map((value) => ({ value, label: definitionWords.statuses[value] }))}
          value={status ?? null}
          onChange={(value) => change({ status: statuses.find((one) => one === value) })}
          w="10rem"
        />
      </FilterBar>
      <DataList
        label={definitionWords.title}
        answer={answer}
        columns={definitionColumns}
        rowKey={({ id }) => id}
        onOpen={({ name }) => void navigate({ to: '/definitions/$name', params: { name } })}
        search={search}
        onSearch={change}
        isFiltered={isFiltered}
        onClearFilters={clear}
        empty={{
          icon: IconRoute,
          title: definitionWords.noneTitle,
          text: definitionWords.noneText,
          ...(mayCreate && {
            action: {
              label: definitionWords.draw,
              onClick: () => void navigate({ to: '/designer/new' }),
            },
          }),
        }}
      />
      {mayCreate && <UploadDialog isOpen={isUploading} onClose={upload.close} />}
    </Page>
  );
}
