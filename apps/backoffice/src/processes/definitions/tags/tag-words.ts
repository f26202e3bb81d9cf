import type { VersionTag } from '@latchkey/contract';

/** Words of tags. */
export const tagWords = Object.freeze({
  tag: 'Tag',
  tags: 'Tags',
  tagsOf: (version: number) => `Tags of version ${version}`,
  add: (version: number) => `Add a tag to version ${version}`,
  addTitle: (name: string, version: number) => `Tag version ${version} of ${name}`,
  name: 'Name',
  nameHelp: 'Unique: letters, digits, “.”, “_” and “-”. A tag that exists moves here.',
  colour: 'Colour',
  colours: {
    grey: 'Grey',
    red: 'Red',
    orange: 'Orange',
    yellow: 'Yellow',
    green: 'Green',
    teal: 'Teal',
    blue: 'Blue',
    violet: 'Violet',
    pink: 'Pink',
  } satisfies Readonly<Record<VersionTag['colour'], string>>,
  addAction: 'Add tag',
  moveAction: 'Move tag here',
  added: (tag: string, version: number) => `${tag} is on version ${version}.`,
  moveTitle: (tag: string, version: number, name: string) => `${tag} is on version ${version} of ${name}`,
  moveText: (links: number) =>
    `It is taken from there. ${followed(links)} this version from now on; running instances stay on theirs.`,
  moveNobody: 'It is taken from there. No link follows it.',
  remove: (tag: string) => `Remove tag ${tag}`,
  removeTitle: (tag: string) => `Remove the tag ${tag}?`,
  removeEffect: 'The version stays as it is. A tag that active links follow cannot be removed.',
  removeAction: 'Remove tag',
  removed: (tag: string) => `Tag ${tag} removed.`,
});

const followed = (links: number) =>
  links === 1 ? 'The link that follows it starts' : `The ${links} links that follow it start`;
