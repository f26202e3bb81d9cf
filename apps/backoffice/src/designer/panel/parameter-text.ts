/** Whether a text computes something: it holds `${…}` round more than a number, true or false. */
export const isExpression = (text: string): boolean => text.includes('${') && unwrapped(text) === text;

/** A plain value as the reference writes it, `${3}` or `${false}`, without its braces. */
export const unwrapped = (text: string): string =>
  /^\$\{\s*(true|false|-?\d+(?:\.\d+)?)\s*\}$/.exec(text.trim())?.[1] ?? text;
