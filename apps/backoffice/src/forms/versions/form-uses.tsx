import { type FormUse, type FormUses, listCustomDataFormUses } from '@latchkey/contract';
import { List, Text } from '@mantine/core';
import { useRead } from '../../api/use-read.ts';
import { Section } from '../../kit/form/section.tsx';
import { TextLink } from '../../kit/links.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { VersionStatus } from '../../kit/versions/version-status.tsx';
import { formWords } from '../form-words.ts';
import classes from '../forms.module.css';

/** Which process definitions show a form, in which version, at which task. */
export function FormUsesSection({ name }: { readonly name: string }) {
  const answer = useRead(listCustomDataFormUses, { params: { name } });
  return (
    <Section title={formWords.uses} text={formWords.usesText}>
      <Loaded answer={answer}>{(uses) => <Uses uses={uses} />}</Loaded>
    </Section>
  );
}

function Uses({ uses: { content } }: { readonly uses: FormUses }) {
  if (content.length === 0) return <Text c="dimmed">{formWords.usesNone}</Text>;
  return (
    <List spacing="xs" listStyleType="none" aria-label={formWords.uses}>
      {content.map((use) => (
        <List.Item key={`${use.definitionId} ${use.element} ${use.isCertain}`}>
          <span className={classes.use}>
            <TextLink
              to="/designer/$name"
              params={{ name: use.definitionName }}
              search={{ version: use.definitionVersion }}
              fw={550}
            >
              {formWords.definitionOf(use.definitionName, use.definitionVersion)}
            </TextLink>
            <VersionStatus status={use.definitionStatus} />
            <Text component="span" size="sm" c="dimmed">
              {formWords.shownAt(use.elementName ?? use.element)} · {whatOf(use)}
            </Text>
          </span>
        </List.Item>
      ))}
    </List>
  );
}

function whatOf({ isCertain, formVersion }: FormUse): string {
  if (!isCertain) return formWords.usePerhaps;
  return formVersion === undefined ? formWords.useAnyVersion : formWords.versionOf(formVersion);
}
