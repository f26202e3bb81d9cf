import { Type } from 'typebox';
import { Closed, changeFields, OptionalText, Words } from './fields.ts';
import { Id, PathId, PathName } from './id.ts';
import { pageQuery } from './page.ts';

/** EDITABLE until deployed; a version's content never changes. */
export const VersionStatus = Words(
  ['EDITABLE', 'DEPLOYED_ACTIVE'],
  'EDITABLE until deployed, then DEPLOYED_ACTIVE; the content of a version never changes',
);

/** The name of a form or a process definition, which all its versions share. */
export const VersionedName = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._ -]{0,49}$',
  description: 'Name that all versions share: letters, digits, `.`, `_`, `-` and spaces, at most 50',
});

export const versionFields = {
  id: Id,
  name: Type.String({ description: 'Name that all versions share' }),
  version: Type.Integer({ minimum: 1, description: 'Number of this version, from 1' }),
  description: Type.String({ description: 'What it is for' }),
  status: VersionStatus,
  ...changeFields,
} as const;

/** `Save & Deploy` deploys the new version at once; `Save` does not. */
export const CreationOption = Type.Optional(
  Words(['Save', 'Save & Deploy'], '`Save & Deploy` deploys the new version at once; `Save` is the default'),
);

export const versionQuery = Closed({
  ...pageQuery(['name', 'version', 'createdDtm', 'lastUpdatedDtm']),
  name: OptionalText(128, 'Pattern of the name, `%` for any text'),
  status: Type.Optional(VersionStatus),
});
export const versionsOfNameQuery = Closed(pageQuery(['version', 'createdDtm']));
export const byVersionId = Closed({ id: PathId });
export const byVersionName = Closed({ name: PathName });
/** The object itself or nothing: what stands in it changes nothing. */
export const deployBody = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Ignored: the object itself, or empty',
});
