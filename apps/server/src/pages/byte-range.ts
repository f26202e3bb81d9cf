/** A part of a file, both ends included. */
export type ByteRange = { readonly from: number; readonly to: number };

/**
 * The one range that a Range header asks for (RFC 9110 section 14.1.2), which players of film and sound need;
 * `undefined` for anything else, which is then answered whole.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to && from < size ? { from, to } : undefined;
}
