/** A filter's text as a LIKE pattern: `%` stands for any text, everything else for itself. */
export const likePattern = (text: string | undefined): string | null =>
  text === undefined ? null : text.replaceAll(/[\\_]/g, (character) => `\\${character}`);
