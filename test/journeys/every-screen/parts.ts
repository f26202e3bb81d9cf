import { type BackofficeScreen, backofficeScreens } from '../../support/backoffice-screens.ts';

/** The screens by what they are about, so that each part is a file of tests and they can run side by side. */
const parts = {
  designer: ['designer'],
  journeys: ['definitions', 'tokens', 'instances', 'reviews'],
  building: ['forms', 'pages', 'themes', 'texts', 'embedding'],
  people: ['stores', 'users', 'relying-parties', 'authenticators'],
};
type Part = keyof typeof parts | 'frame';

const partOf = ({ route }: BackofficeScreen): Part => {
  const folder = route.split('/')[1] ?? '';
  const found = Object.entries(parts).find(([, folders]) => folders.includes(folder));
  return (found?.[0] as Part | undefined) ?? 'frame';
};

/** The screens of a part; the frame has all those that no other part names. */
export const screensOf = (part: Part): readonly BackofficeScreen[] =>
  backofficeScreens.filter((screen) => partOf(screen) === part);
