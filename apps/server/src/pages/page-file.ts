/** One file of a page, before it is stored. */
export type PageFile = { readonly path: string; readonly content: Uint8Array };

/** Reads an archive into its files. Throws the problems of `page-problems.ts`, naming the entry. */
export type ReadArchive = (archive: Uint8Array) => Promise<readonly PageFile[]>;

/** The file that a page begins with. */
export const indexFile = 'index.html';
