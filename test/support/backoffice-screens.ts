import { keptView } from './keep-view.ts';

/** What one presses: a button or one of several views by its name, or something else by its role and name. */
export type Pressed =
  | string
  | RegExp
  | { readonly role: 'combobox' | 'menuitem'; readonly name: string | RegExp };

/** Another view of a screen, or something that it opens over itself: what one presses for it, one after the other. */
export type Opened = {
  readonly name: string;
  readonly press: readonly Pressed[];
  /** Nothing opens over the screen: it shows itself otherwise. */
  readonly isInPlace?: true;
  /** The name of the part of the screen that then shows, where it comes later. */
  readonly shows?: string;
  /** A text in the frame of that title, which comes after everything else. */
  readonly frame?: { readonly title: string; readonly says: string };
  /** What one presses before, where the window is narrow. */
  readonly onPhone?: readonly Pressed[];
  /** Where it is opened; at the first address of the screen unless told. */
  readonly at?: string;
};

/** A screen of the Backoffice: its path in the route tree, and addresses that show it. */
export type BackofficeScreen = {
  readonly route: string;
  /** `{name}` stands for something that the world has made. */
  readonly at: readonly string[];
  readonly opens?: readonly Opened[];
  /** Shows itself whatever the API answers, so that it neither waits nor fails. */
  readonly readsNothing?: true;
  /** A canvas, which may be wider than a phone. */
  readonly isCanvas?: true;
  /** For people who are not signed in. */
  readonly isOutside?: true;
};

const ofContact = { at: '/forms/{form}', isInPlace: true } as const;
const deletion = (thing: string): Opened => ({ name: 'deletion', press: [`Delete ${thing}`] });

/** The choices of a select, by its label. */
const choices = (label: string): Opened => ({
  name: `choices of ${label}`,
  press: [{ role: 'combobox', name: label }],
});

/** Every screen: one that is not here fails the tests. */
export const backofficeScreens: readonly BackofficeScreen[] = [
  { route: '/sign-in', at: ['/sign-in'], isOutside: true, readsNothing: true },
  { route: '/set-up', at: ['/set-up{setUp}', '/set-up#nothing'], isOutside: true, readsNothing: true },
  {
    route: '/',
    at: ['/'],
    opens: [{ name: 'account menu', onPhone: ['Open navigation'], press: [/Ada Lovelace/] }],
  },
  {
    route: '/definitions',
    at: ['/definitions', '/definitions?q=nobody'],
    opens: [
      { name: 'upload', press: ['Upload BPMN'] },
      choices('Status'),
      { name: 'row menu', press: [/^Actions for/] },
    ],
  },
  {
    route: '/definitions/$name',
    at: ['/definitions/{definition}'],
    opens: [
      { name: 'version menu', press: [/^Actions for/] },
      { name: 'tag', press: [/^Add a tag to version/] },
      { name: 'retention', press: ['Change'] },
    ],
  },
  { route: '/tokens', at: ['/tokens', '/tokens?q=nobody'] },
  {
    route: '/tokens/new',
    at: ['/tokens/new'],
    readsNothing: true,
    opens: [choices('Starts'), choices('Process definition'), choices('Limit')],
  },
  {
    route: '/tokens/$id',
    at: ['/tokens/{token}'],
    opens: [
      { name: 'revocation', press: ['Revoke'] },
      { name: 'deletion', press: ['Delete'] },
    ],
  },
  {
    route: '/instances',
    at: ['/instances', '/instances?status=REVIEW', '/instances?q=nobody'],
    opens: [choices('Status'), choices('Process')],
  },
  {
    route: '/instances/$id',
    at: [
      '/instances/{registered}',
      '/instances/{cancels}',
      '/instances/{isRefused}',
      '/instances/{incident}',
      '/instances/{unfit}',
      '/instances/{reviewed}',
      '/instances/{signedIn}',
    ],
    opens: [
      { name: 'secrets', press: ['Show secrets'] },
      deletion('instance'),
      { name: 'cancellation', press: ['Cancel instance'], at: '/instances/{incident}' },
    ],
  },
  {
    route: '/reviews',
    at: ['/reviews'],
    opens: [
      { name: 'approval', press: ['Approve'] },
      { name: 'refusal', press: ['Decline'] },
    ],
  },
  { route: '/forms', at: ['/forms'] },
  { route: '/forms/new', at: ['/forms/new'], readsNothing: true },
  {
    route: '/forms/$name',
    at: ['/forms/passkeyRegistrationForm'],
    opens: [
      { name: 'JSON', press: ['JSON'], ...ofContact },
      { name: 'both views', press: ['Both'], ...ofContact },
      { name: 'wide preview', press: ['Desktop'], ...ofContact },
      { name: 'properties', press: [/^Email/], ...ofContact },
      { name: 'comparison', press: ['Compare'], at: ofContact.at },
    ],
  },
  { route: '/pages', at: ['/pages', '/pages?q=nobody'] },
  {
    route: '/pages/new',
    at: ['/pages/new'],
    readsNothing: true,
    opens: [
      {
        name: 'editor',
        press: ['Editor'],
        isInPlace: true,
        frame: { title: 'Preview of the page', says: 'Register with Passkey' },
      },
    ],
  },
  {
    route: '/pages/$name',
    at: ['/pages/passkeyRegistrationPage'],
    opens: [
      { name: 'upload', press: ['Upload a new version'] },
      { name: 'comparison', press: ['Compare'], at: '/pages/{page}' },
    ],
  },
  { route: '/themes', at: ['/themes', '/themes?q=nobody'] },
  { route: '/themes/new', at: ['/themes/new'], readsNothing: true },
  { route: '/themes/$name', at: ['/themes/northwind'] },
  { route: '/texts', at: ['/texts', '/texts?language=he&q=nobody'] },
  { route: '/embedding', at: ['/embedding'] },
  { route: '/designer/new', at: ['/designer/new'], readsNothing: true },
  {
    route: '/designer/$name',
    at: ['/designer/{definition}', '/designer/{draft}?version=1'],
    isCanvas: true,
    opens: [
      { name: 'More', press: ['More'] },
      { name: 'keys', press: ['More', { role: 'menuitem', name: 'Keys' }] },
      { name: 'versions', press: ['Versions'], at: '/designer/{draft}' },
      { name: 'comparison', press: ['Versions', 'Compare with version 1'], at: '/designer/{draft}' },
      { name: 'problems', press: [/^\d+ (problem|warning)/], at: '/designer/{draft}', shows: 'Problems' },
      { name: 'outline', press: ['Outline'], shows: 'Outline' },
      {
        name: 'outline menu',
        press: ['Outline', 'Actions for Add User'],
      },
      { name: 'test run', press: ['Test run'], shows: 'Test run' },
      {
        name: 'test run under way',
        press: ['Test run', 'Start the test run', 'Run on to the next form'],
        shows: 'Passkey Registration Form',
      },
      {
        name: 'sign-in under way',
        press: ['Test run', 'Start the test run', 'Run on to the next form'],
        at: '/designer/{signInProcess}',
        shows: 'Passkey Authentication Form',
      },
    ],
  },
  { route: '/stores', at: ['/stores', '/stores?q=nobody'] },
  { route: '/stores/new', at: ['/stores/new'], readsNothing: true },
  { route: '/stores/$storeName', at: ['/stores/demoStore'], opens: [deletion('store')] },
  {
    route: '/users',
    at: ['/users', '/users?q=nobody', '/users?status=LOCKED'],
    opens: [
      choices('Status'),
      { name: 'view menu', press: [`Actions for ${keptView}`], at: '/users?status=LOCKED' },
      { name: 'new view', press: ['Save view'], at: '/users?status=DISABLED' },
    ],
  },
  { route: '/users/new', at: ['/users/new'], opens: [choices('Status')] },
  {
    route: '/users/$storeName/$userId',
    at: ['/users/demoStore/{userId}', '/users/demoStore/nobody'],
    opens: [
      { name: 'status menu', press: ['Change status'] },
      { name: 'passkey menu', press: [/^Actions for/] },
      deletion('user'),
    ],
  },
  { route: '/relying-parties', at: ['/relying-parties'] },
  { route: '/relying-parties/new', at: ['/relying-parties/new'] },
  { route: '/relying-parties/$storeName/$rpId', at: ['/relying-parties/demoStore/localhost'] },
  {
    route: '/relying-parties/$storeName/$rpId/new-policy',
    at: ['/relying-parties/demoStore/localhost/new-policy'],
    readsNothing: true,
  },
  {
    route: '/relying-parties/$storeName/$rpId/policies/$policyName',
    at: ['/relying-parties/demoStore/localhost/policies/passkeyPolicy'],
    opens: [deletion('policy'), choices('Attestation'), choices('Formats'), choices('Add algorithm')],
  },
  {
    route: '/authenticators',
    at: [
      '/authenticators',
      '/authenticators?finding=metadata.revoked',
      '/authenticators?tab=roots',
      '/authenticators?tab=sources',
    ],
    opens: [
      { name: 'upload of a root', press: ['Add root'], at: '/authenticators?tab=roots' },
      choices('Held against passkeys'),
    ],
  },
  { route: '/authenticators/$aaguid', at: ['/authenticators/{model}', '/authenticators/{noModel}'] },
  {
    route: '/webhooks',
    at: ['/webhooks', '/webhooks?tab=dead', '/webhooks?tab=log'],
    opens: [{ name: 'delivery', press: ['Send all again'], at: '/webhooks?tab=dead' }],
  },
  { route: '/webhooks/new', at: ['/webhooks/new'], readsNothing: true },
  {
    route: '/webhooks/$webhookId',
    at: ['/webhooks/{webhook}'],
    opens: [{ name: 'rotation', press: ['New secret'] }, deletion('webhook')],
  },
  { route: '/api-keys', at: ['/api-keys'] },
  { route: '/api-keys/new', at: ['/api-keys/new'], readsNothing: true },
  { route: '/api-keys/$apiKeyId', at: ['/api-keys/{apiKey}'], opens: [deletion('key')] },
  {
    route: '/operators',
    at: ['/operators', '/operators?tab=invitations', '/operators?tab=sessions'],
    opens: [
      { name: 'invitation', press: ['Invite operator'] },
      { name: 'row menu', press: [/^Actions for/] },
    ],
  },
  {
    route: '/audit',
    at: ['/audit', '/audit?action=none', '/audit?tab=proof'],
    opens: [choices('Outcome')],
  },
  { route: '/settings', at: ['/settings'] },
  { route: '/$', at: ['/no-such-screen'], readsNothing: true },
];

/** The address of a screen in a world that has made what it names. */
export const addressOf = (path: string, made: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = made[name];
    if (value === undefined) throw new Error(`The world has made no ${name}.`);
    return value.startsWith('#') ? value : encodeURIComponent(value);
  });
