/** A name for a token that nobody has yet: that of its definition with a few random characters. */
export function suggestName(definition: string): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const end = random.toString(36).padStart(6, '0').slice(-6);
  return `${definition.slice(0, 43) || 'token'}-${end}`;
}
