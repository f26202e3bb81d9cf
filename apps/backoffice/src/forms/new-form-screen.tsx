import { useNavigate } from '@tanstack/react-router';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { FormEditor } from './form-editor.tsx';
import { formWords } from './form-words.ts';

/** Makes a Custom Form. */
export function NewFormScreen() {
  const navigate = useNavigate();
  return (
    <Page
      title={formWords.create}
      trail={[
        <TextLink key="forms" to="/forms">
          {formWords.title}
        </TextLink>,
      ]}
    >
      <FormEditor
        onSaved={({ name }) => void navigate({ to: '/forms/$name', params: { name }, ignoreBlocker: true })}
      />
    </Page>
  );
}
