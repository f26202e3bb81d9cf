import { createRegistrationPolicy, listRegistrationPolicies } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { LinkButton, TextLink } from '../kit/links.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useMay } from '../session/use-session.ts';
import { partyWords, policyWords } from './words.ts';

type Props = { readonly storeName: string; readonly rpId: string };

/** The registration policies of a relying party. */
export function PolicyList({ storeName, rpId }: Props) {
  const may = useMay();
  const answer = useRead(listRegistrationPolicies, {
    params: { storeName, rpId },
    query: { size: 200, sort: ['name,asc'] },
  });
  return (
    <Section title={partyWords.policies} text={partyWords.policiesText}>
      <Loaded answer={answer}>
        {({ content }) =>
          content.length === 0 ? (
            <Text>{partyWords.policiesNone}</Text>
          ) : (
            content.map((policy) => (
              <Group key={policy.id} justify="space-between" gap="xs">
                <TextLink
                  to="/relying-parties/$storeName/$rpId/policies/$policyName"
                  params={{ storeName, rpId, policyName: policy.name }}
                  fw={550}
                >
                  {policy.name}
                </TextLink>
                <Text c="dimmed" size="sm">
                  {policyWords.residentKey}: {policyWords.needs[policy.residentKey].toLowerCase()} ·{' '}
                  {policyWords.userVerification}: {policyWords.needs[policy.userVerification].toLowerCase()} ·{' '}
                  {policyWords.version(policy.version)}
                </Text>
              </Group>
            ))
          )
        }
      </Loaded>
      {may(createRegistrationPolicy) && (
        <LinkButton
          to="/relying-parties/$storeName/$rpId/new-policy"
          params={{ storeName, rpId }}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
        >
          {partyWords.newPolicy}
        </LinkButton>
      )}
    </Section>
  );
}
