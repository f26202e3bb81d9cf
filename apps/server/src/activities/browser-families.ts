import type { UserAgentFamilies } from '../operators/user-agent-family.ts';

/** What the page sent bears beside its own members: what the browser calls itself. */
export type FromBrowser = { readonly client?: UserAgentFamilies };

/** The families of browser and system, as an attempt keeps them. */
export const browserFamilies = ({ browser, device }: Partial<UserAgentFamilies> = {}) => ({
  ...(browser !== undefined && { browserFamily: browser }),
  ...(device !== undefined && { deviceFamily: device }),
});
