import { createProcessDefinition, listProcessDefinitions } from '@latchkey/contract';
import { UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api/call.ts';
import { CallFailure } from '../../api/call-failure.ts';
import { useWrite } from '../../api/use-write.ts';
import { LongTextField, TextField } from '../../kit/form/fields.tsx';
import { FormFrame } from '../../kit/form/form-frame.tsx';
import { Section } from '../../kit/form/section.tsx';
import { useForm } from '../../kit/form/use-form.ts';
import { Page } from '../../kit/page.tsx';
import '../hues.css';
import { diagramResource } from '../drafts/diagram-resource.ts';
import { Icon } from '../icon.tsx';
import { fitTemplate } from './fit-template.ts';
import classes from './templates.module.css';
import { named, templates } from './templates.ts';
import { templateWords } from './words.ts';

/** Makes the first draft of a new definition from a template, and opens it. */
export function NewDefinitionScreen() {
  const navigate = useNavigate();
  const create = useWrite(createProcessDefinition);
  const form = useForm(
    { template: 'blank', name: '', description: '' },
    async ({ template, name, description }) => {
      await refuseTaken(name);
      const begin = templates.find(({ id }) => id === template);
      const xml = begin === undefined ? '' : await fitTemplate(begin);
      await create.mutateAsync({ body: { name, description, resources: diagramResource(named(xml, name)) } });
      await navigate({ to: '/designer/$name', params: { name }, search: {} });
    },
  );
  return (
    <Page title={templateWords.title} description={templateWords.lead} width="narrow">
      <FormFrame form={form} action={templateWords.create} isNew>
        <Section title={templateWords.beginWith}>
          <div className={classes.templates} role="radiogroup" aria-label={templateWords.beginWith}>
            {templates.map(({ id, title, text, icon, group }) => (
              <UnstyledButton
                key={id}
                role="radio"
                aria-checked={form.values.template === id}
                className={classes.template}
                onClick={() => form.set({ template: id })}
              >
                <Icon icon={icon} group={group} />
                <strong>{title}</strong>
                <span>{text}</span>
              </UnstyledButton>
            ))}
          </div>
        </Section>
        <Section title={templateWords.details}>
          <TextField
            form={form}
            name="name"
            label={templateWords.name}
            help={templateWords.nameHelp}
            isRequired
          />
          <LongTextField
            form={form}
            name="description"
            label={templateWords.description}
            help={templateWords.descriptionHelp}
          />
        </Section>
      </FormFrame>
    </Page>
  );
}

/** The API would make the next version of a known name; here somebody wants a new process. */
async function refuseTaken(name: string): Promise<void> {
  const { content } = await call(listProcessDefinitions, { query: { name, size: 1 } });
  if (!content.some((one) => one.name === name)) return;
  throw new CallFailure({
    type: 'urn:latchkey:problem:process-definition.name-taken',
    code: 'process-definition.name-taken',
    title: templateWords.taken,
    status: 409,
    instance: '',
    traceId: '',
    errors: [{ pointer: '/name', detail: templateWords.taken }],
  });
}
