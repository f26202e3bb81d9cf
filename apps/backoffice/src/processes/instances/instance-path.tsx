import {
  getProcessDefinition,
  type InstancePath,
  listActivities,
  type ProcessInstance,
} from '@latchkey/contract';
import { Skeleton } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { asManifests } from '../../designer/manifest.ts';
import { Section } from '../../kit/form/section.tsx';
import { lazyPart } from '../../kit/lazy-part.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { useMay } from '../../session/use-session.ts';
import { textOfBase64 } from '../definitions/text-of-base64.ts';
import { instanceWords } from './instance-words.ts';

const Diagram = lazyPart(() => import('../diagram/diagram.tsx').then((module) => module.Diagram));

type Props = { readonly instance: ProcessInstance; readonly path: InstancePath | undefined };

/** The path of an instance on the diagram of its version. */
export function InstancePathSection({ instance, path }: Props) {
  const may = useMay();
  const mayRead = may(getProcessDefinition);
  const answer = useRead(
    getProcessDefinition,
    { params: { id: instance.processDefnId } },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  return (
    <Section title={instanceWords.path} text={instanceWords.pathText}>
      <Loaded answer={answer}>
        {({ resources }) => (
          <Drawn
            data={resources.bpmn.data}
            path={path}
            label={instanceWords.pathOf(instance.processDefnName)}
          />
        )}
      </Loaded>
    </Section>
  );
}

type DrawnProps = { readonly data: string; readonly path: Props['path']; readonly label: string };

function Drawn({ data, path, label }: DrawnProps) {
  const may = useMay();
  const xml = useMemo(() => textOfBase64(data), [data]);
  const activities = useRead(listActivities, {}, { enabled: may(listActivities) });
  const manifests = useMemo(() => asManifests(activities.data ?? []), [activities.data]);
  if (activities.isLoading) return <Skeleton height={320} />;
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <Diagram {...{ xml, manifests, path, label }} />
    </Suspense>
  );
}
