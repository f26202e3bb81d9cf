import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { adaAtBackoffice } from '../test/journeys/support/ada-at-backoffice.ts';
import { settled } from '../test/journeys/support/visit-backoffice.ts';
import { addressOf, backofficeScreens, type Opened } from '../test/support/backoffice-screens.ts';
import { keepView } from '../test/support/keep-view.ts';
import { openOver } from '../test/support/open-over.ts';
import { showcaseWorld } from '../test/support/showcase-world.ts';

// Pictures of every screen of the Backoffice and of what it opens, light and dark, desktop and phone:
// `npm run screenshots -- FOLDER [TEXT…]`, only those whose file name has one of the texts.
// `npm run screenshots -- --docs` makes those of docs/.

const [first = '', ...only] = process.argv.slice(2);
const isForDocs = first === '--docs';
if (first === '') throw new Error('Name a folder for the pictures, or --docs.');
const folder = isForDocs ? join(import.meta.dirname, '../docs') : first;

const sizes = {
  desktop: { width: 1360, height: 860 },
  phone: { width: 360, height: 740 },
  laptop: { width: 1024, height: 720 },
  docs: { width: 1440, height: 860 },
} as const;
const schemes = ['light', 'dark'] as const;
const mostBytes = 200 * 1024;

type Shot = {
  readonly file: string;
  readonly path: string;
  readonly scheme: 'light' | 'dark';
  readonly size: keyof typeof sizes;
  readonly opened?: Opened;
};

const chosenStep = {
  path: '/designer/{definition}?element=StartPasskeyRegistration',
  opened: { name: 'whole', press: ['Show everything'], isInPlace: true },
  size: 'docs',
} as const;

/** The pictures of the documentation. */
const documented: readonly Shot[] = [
  { file: 'backoffice-users.png', path: '/users/demoStore/{userId}', scheme: 'light', size: 'desktop' },
  { ...chosenStep, file: 'designer.png', scheme: 'light' },
  { ...chosenStep, file: 'designer-dark.png', scheme: 'dark' },
  { file: 'backoffice-funnel.png', path: '/definitions/{definition}', scheme: 'dark', size: 'desktop' },
];

function everyShot(): readonly Shot[] {
  const seen = backofficeScreens.flatMap(({ at, opens = [], route }) => [
    ...at.map((path) => ({ path, what: path, route })),
    ...opens.map((opened) => {
      const path = opened.at ?? at[0] ?? '';
      return { path, what: `${path} ${opened.name}`, opened, route };
    }),
  ]);
  const shots = seen.flatMap(({ what, route, ...shown }) =>
    schemes.flatMap((scheme) =>
      sizesOf(route).map((size) => ({ ...shown, file: fileOf(what, scheme, size), scheme, size })),
    ),
  );
  return shots.filter(({ file }) => only.length === 0 || only.some((text) => file.includes(text)));
}

const sizesOf = (route: string) =>
  route === '/designer/$name' ? (['docs', 'laptop', 'phone'] as const) : (['desktop', 'phone'] as const);

const fileOf = (what: string, scheme: string, size: string): string =>
  `${what.replaceAll(/[^A-Za-z]+/g, '-').replaceAll(/^-|-$/g, '') || 'home'}.${scheme}.${size}.png`;

const outside = new Set(backofficeScreens.filter(({ isOutside }) => isOutside).flatMap(({ at }) => at));

const ada = await adaAtBackoffice(showcaseWorld, { reducedMotion: 'reduce', locale: 'en-GB' });
const { world, browser, page: inside } = ada;
await keepView(inside);
try {
  await mkdir(folder, { recursive: true });
  const visitor = await browser.newPage();
  for (const { file, path, scheme, size, opened } of isForDocs ? documented : everyShot()) {
    const page = outside.has(path) ? visitor : inside;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize(sizes[size]);
    await page.goto(`${world.baseUrl}/backoffice${addressOf(path, world.made)}`);
    await settled(page);
    if (path.startsWith('/instances/') || path.startsWith('/designer/')) await page.waitForTimeout(1500);
    if (opened) await openOver(page, opened);
    await settled(page);
    // What stays at the top of the window stands at the top of the picture.
    await page.evaluate('scrollTo(0, 0)');
    const picture = await page.screenshot({ fullPage: !isForDocs });
    if (isForDocs && picture.length > mostBytes)
      throw new Error(`${file} has ${picture.length} bytes, more than ${mostBytes}.`);
    await writeFile(join(folder, file), picture);
    console.log(`${file}: ${picture.length} bytes`);
  }
} finally {
  await ada.close();
}
