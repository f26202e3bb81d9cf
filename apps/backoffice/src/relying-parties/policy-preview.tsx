import { Group } from '@mantine/core';
import { CopyButton } from '../kit/copy-button.tsx';
import { Section } from '../kit/form/section.tsx';
import { common } from '../words/common.ts';
import { optionsPreview } from './options-preview.ts';
import classes from './policy.module.css';
import type { PolicyValues } from './policy-values.ts';
import { policyWords } from './words.ts';

type Props = {
  readonly values: PolicyValues;
  readonly relyingParty: { readonly id: string; readonly name: string };
};

/** What browsers get by a policy, while it is edited. */
export function PolicyPreview({ values, relyingParty }: Props) {
  const text = JSON.stringify(optionsPreview(values, relyingParty), undefined, 2);
  return (
    <aside className={classes.preview} aria-label={policyWords.preview}>
      <Section
        title={policyWords.preview}
        text={
          <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
            <span>{policyWords.previewText}</span>
            <CopyButton text={text} label={common.copy} />
          </Group>
        }
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
        <section className={classes.code} tabIndex={0} aria-label={policyWords.preview}>
          {text}
        </section>
      </Section>
    </aside>
  );
}
