import { useNavigate } from '@tanstack/react-router';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ThemeEditor } from './theme-editor.tsx';
import { themeWords } from './theme-words.ts';

/** Makes a theme. */
export function NewThemeScreen() {
  const navigate = useNavigate();
  return (
    <Page
      title={themeWords.create}
      trail={[
        <TextLink key="themes" to="/themes">
          {themeWords.title}
        </TextLink>,
      ]}
    >
      <ThemeEditor
        onSaved={({ name }) => void navigate({ to: '/themes/$name', params: { name }, ignoreBlocker: true })}
      />
    </Page>
  );
}
