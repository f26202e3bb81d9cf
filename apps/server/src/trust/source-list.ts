/** The parts of a list with commas. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A file, or an address that nobody on the way can change. */
export function isSource(text: string): boolean {
  if (!text.includes('://')) return true;
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.hostname === 'localhost');
}
