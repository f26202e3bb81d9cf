/** Subjects whose names are not their words. */
const subjects: Readonly<Record<string, string>> = {
  'api-key': 'API key',
  form: 'Custom form',
  page: 'Custom page',
  'passkey-authentication': 'Sign-in',
  store: 'Identity store',
};

/** Actions that would read oddly word by word. */
const actions: Readonly<Record<string, string>> = {
  'audit.actor-erased': 'Operator erased from the audit',
  'audit.retention-updated': 'Audit retention changed',
  'embedding.set': 'Embedding changed',
  'operator-passkey.sealed': 'Operator passkeys sealed',
  'page.refused': 'Custom page held back',
  'passkey.sealed': 'Passkeys sealed',
  'passkey-registration.alarm': 'Alarm: unusually many registrations',
  'passkey-registration.started-for-user': 'Passkey registration started for a user',
  'process-definition.retention-set': 'Retention of a process changed',
  'process-instance.deadline-extended': 'Process instance got more time',
  'process-instance.form-shown': 'Process instance showed a form',
  'process-instance.incident': 'Step of a process instance failed',
  'process-instance.prompt-shown': 'Process instance opened the passkey prompt',
  'process-instance.registered': 'Process instance led to a passkey',
  'process-instance.retried': 'Process instance tried again',
  'process-instance.secrets-revealed': 'Secrets of a process instance read',
  'process-token.link-sealed': 'Links of process tokens sealed',
  'tenant.limits-set': 'Limits of a tenant changed',
};

/** An action of the audit in words: "user.created" is "User created". One that nobody foresaw is read word by word. */
export function actionText(action: string): string {
  const told = actions[action];
  if (told !== undefined) return told;
  const [subject = '', verb = ''] = action.split('.');
  return `${subjects[subject] ?? capital(spaced(subject))} ${spaced(verb)}`.trim();
}

const spaced = (code: string): string => code.replaceAll('-', ' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
