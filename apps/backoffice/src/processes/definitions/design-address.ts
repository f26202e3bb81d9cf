import type { ProcessDefinitionVersion } from '@latchkey/contract';

/** Where the Process Designer opens a version; the newest where `version` says so. */
export const designAddress = ({ name, version }: Pick<ProcessDefinitionVersion, 'name' | 'version'>) =>
  ({ to: '/designer/$name', params: { name }, search: { version } }) as const;
