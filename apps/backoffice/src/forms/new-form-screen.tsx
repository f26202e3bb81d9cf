import { useNavigate } from '@tanstack/react-router';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { formWords } from './form-words.ts';
import { LazyFormEditor } from './lazy-form-editor.tsx';

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
      <LazyFormEditor
        onSaved={({ name }) => void navigate({ to: '/forms/$name', params: { name }, ignoreBlocker: true })}
      />
    </Page>
  );
}
