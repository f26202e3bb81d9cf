/** Where the Process Designer opens a version. */
export const designAddress = (id: string): string => `/definitions/${encodeURIComponent(id)}/design`;
