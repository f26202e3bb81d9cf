/** The fault of a source as the server tells it, `code: sentence` or a sentence alone. */
export function splitFault(fault: string): { readonly code?: string; readonly sentence: string } {
  const [, code, sentence = ''] = /^([a-z-]+\.[a-z-]+): (.+)$/s.exec(fault) ?? [];
  return code === undefined ? { sentence: fault } : { code, sentence };
}
