import {
  type HistoryEntry,
  type InstancePath,
  listProcessDefinitions,
  type ProcessInstance,
} from '@latchkey/contract';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Copyable } from '../../kit/copyable.tsx';
import { Facts } from '../../kit/facts.tsx';
import { Section } from '../../kit/form/section.tsx';
import { TextLink } from '../../kit/links.tsx';
import { Moment } from '../../kit/moment.tsx';
import { useMay } from '../../session/use-session.ts';
import { durationText } from './duration.ts';
import { elementName } from './element-name.ts';
import { ErrorText } from './error-text.tsx';
import { instanceWords } from './instance-words.ts';
import { usersIn } from './session-views.ts';

type Props = {
  readonly instance: ProcessInstance;
  readonly incidents: InstancePath['incidents'];
  readonly history: readonly HistoryEntry[];
  readonly data: Readonly<Record<string, unknown>> | undefined;
};

/** What one wants to know first. */
export const InstanceOverview = ({ instance, incidents, history, data }: Props) => (
  <Section title={instanceWords.overview}>
    {incidents.map(({ element, error, errors }) => (
      <Alert
        key={element}
        color="red"
        icon={<IconAlertTriangle aria-hidden />}
        title={instanceWords.incident}
      >
        {instanceWords.incidentAt(elementName(history, element))}{' '}
        {error !== undefined && (
          <ErrorText code={error} activity={activityAt(history, element)} errors={errors} />
        )}{' '}
        <StepLink instance={instance} element={element} property={errors?.[0]?.pointer.slice(1)} />
      </Alert>
    ))}
    {incidents.length === 0 && instance.error !== undefined && (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={instanceWords.failed}>
        <ErrorText code={instance.error} />
      </Alert>
    )}
    <Facts
      facts={[
        [instanceWords.id, <Copyable key="id" text={instance.id} what={instanceWords.id} />],
        [instanceWords.process, <ProcessLink key="process" instance={instance} />],
        [instanceWords.token, <TokenLink key="token" instance={instance} />],
        [instanceWords.browser, instance.browser && instanceWords.on(instance.browser, instance.device)],
        [instanceWords.started, <Moment key="created" at={instance.createdAt} />],
        [instanceWords.duration, durationText(instance.elapsedMilliseconds)],
        [instanceWords.retention, instanceWords.keptFor(instance.retentionDays)],
        ...(instance.retentionExpiresAt === undefined
          ? []
          : [[instanceWords.expires, <Moment key="expires" at={instance.retentionExpiresAt} />] as const]),
        ...decisionFacts(instance),
        ...userFacts(data),
      ]}
    />
  </Section>
);

const activityAt = (history: readonly HistoryEntry[], element: string): string | undefined =>
  history.find((entry) => entry.element === element && entry.activity !== undefined)?.activity;

const ProcessLink = ({
  instance: { processDefnName: name, processDefnVersion },
}: Pick<Props, 'instance'>) => (
  <span>
    <TextLink to="/definitions/$name" params={{ name }} underline="always">
      {name}
    </TextLink>
    {`, ${instanceWords.versionOf(processDefnVersion).toLowerCase()}`}
  </span>
);

type StepProps = Pick<Props, 'instance'> & {
  readonly element: string;
  /** The parameter that is at fault, where one is. */
  readonly property: string | undefined;
};

/** Where a faulty step is mended. */
function StepLink({ instance, element, property }: StepProps) {
  const may = useMay();
  if (!may(listProcessDefinitions)) return null;
  const { processDefnName: name } = instance;
  return (
    <TextLink
      to="/designer/$name"
      params={{ name }}
      search={{ element, ...(property && { property }) }}
      inherit
      underline="always"
    >
      {instanceWords.openStep}
    </TextLink>
  );
}

const TokenLink = ({ instance: { processTokenId: id, processTokenName } }: Pick<Props, 'instance'>) =>
  id === undefined ? undefined : (
    <TextLink to="/tokens/$id" params={{ id }}>
      {processTokenName ?? id}
    </TextLink>
  );

type Fact = readonly [name: string, value: React.ReactNode];

function decisionFacts({ decision, review }: ProcessInstance): readonly Fact[] {
  return [
    ...(decision === undefined
      ? []
      : ([[instanceWords.decision, instanceWords.decisions[decision] ?? decision]] as const)),
    ...(review === undefined
      ? []
      : ([
          [instanceWords.review, instanceWords.reviews[review.status]],
          ...(review.reviewedBy === undefined
            ? []
            : ([[instanceWords.reviewedBy, review.reviewedBy]] as const)),
          ...(review.comment === undefined ? [] : ([[instanceWords.comment, review.comment]] as const)),
        ] as const)),
  ];
}

const userFacts = (data: Props['data']): readonly Fact[] =>
  usersIn(data ?? {}).map(({ id, storeName }) => [
    instanceWords.user,
    <TextLink key={id} to="/users/$storeName/$userId" params={{ storeName, userId: id }}>
      {instanceWords.openUser}
    </TextLink>,
  ]);
