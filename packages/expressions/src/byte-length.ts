const encoder = new TextEncoder();

/** The bytes of a text in UTF-8, in Node and browsers alike. Beyond `most` it stops counting and says more. */
export const byteLength = (text: string, most: number): number =>
  text.length > most ? text.length : encoder.encode(text).length;
