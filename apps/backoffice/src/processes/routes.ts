/** The screens of definitions, tokens and instances. */
export const processRoutes = [] as const;
