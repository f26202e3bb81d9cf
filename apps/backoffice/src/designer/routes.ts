/** The screens of the Process Designer. */
export const designerRoutes = [] as const;
