import {
  getProcessInstance,
  getProcessInstanceHistory,
  getProcessInstancePath,
  getProcessInstanceRefusals,
  getProcessInstanceSessionData,
  type ProcessInstance,
} from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { TextLink } from '../../kit/links.tsx';
import { LoadedPage } from '../../kit/loaded-page.tsx';
import { Page } from '../../kit/page.tsx';
import { useMay } from '../../session/use-session.ts';
import { InstanceActions } from './instance-actions.tsx';
import { InstanceData } from './instance-data.tsx';
import { InstanceOverview } from './instance-overview.tsx';
import { InstancePathSection } from './instance-path.tsx';
import { InstanceStatusBadge, isLive } from './instance-status.tsx';
import { instanceWords } from './instance-words.ts';
import { liveMs } from './live.ts';
import { personName } from './person-name.ts';
import { Refusals } from './refusals.tsx';
import { Timeline } from './timeline.tsx';
import { useFreshAnswers } from './use-fresh-answers.ts';

const trail = [
  <TextLink key="instances" to="/instances">
    {instanceWords.title}
  </TextLink>,
];

/** One instance: where it stands, how it came there, what it holds; live while it moves. */
export function InstanceScreen() {
  const params = useParams({ from: '/shell/instances/$id' });
  const answer = useRead(getProcessInstance, { params }, { refetchInterval: liveMs });
  return (
    <LoadedPage answer={answer} trail={trail}>
      {(instance) => <InstancePage key={instance.id} instance={instance} />}
    </LoadedPage>
  );
}

function InstancePage({ instance }: { readonly instance: ProcessInstance }) {
  const may = useMay();
  useFreshAnswers(instance.status);
  const params = { id: instance.id };
  const live = { refetchInterval: isLive(instance.status) ? liveMs : false } as const;
  const mayHistory = may(getProcessInstanceHistory);
  const history = useRead(getProcessInstanceHistory, { params }, { ...live, enabled: mayHistory });
  const path = useRead(getProcessInstancePath, { params }, { ...live, enabled: mayHistory });
  const refusals = useRead(getProcessInstanceRefusals, { params }, { ...live, enabled: mayHistory });
  const data = useRead(
    getProcessInstanceSessionData,
    { params },
    { ...live, enabled: may(getProcessInstanceSessionData) },
  );
  return (
    <Page
      title={personName(instance) ?? instance.processDefnName}
      meta={<InstanceStatusBadge status={instance.status} />}
      trail={trail}
      actions={<InstanceActions instance={instance} hasIncident={(path.data?.incidents.length ?? 0) > 0} />}
    >
      <Stack gap="lg">
        <InstanceOverview
          instance={instance}
          incidents={path.data?.incidents ?? []}
          history={history.data ?? []}
          data={data.data}
        />
        <Refusals refusals={refusals.data ?? []} />
        {mayHistory && <InstancePathSection instance={instance} path={path.data} />}
        {mayHistory && <Timeline instance={instance} answer={history} />}
        {data.data !== undefined && (
          <InstanceData id={instance.id} history={history.data ?? []} data={data.data} />
        )}
      </Stack>
    </Page>
  );
}
