/** One example of a guide: a shell command, the status that the text promises, and the JSON that it shows. */
export type Example = {
  readonly command: string;
  readonly status: number;
  /** Member of the answer and the name under which the guide keeps it. */
  readonly keep: readonly [string, string] | undefined;
  readonly answer: unknown;
};

/** Reads the examples: each `sh` block, `Answers NNN` after it, and the `json` block after that. */
export function examplesOf(markdown: string): readonly Example[] {
  return markdown
    .split('```sh\n')
    .slice(1)
    .map((part) => {
      const command = part.slice(0, part.indexOf('\n```'));
      const [, status] = /^Answers (\d{3})/m.exec(part) ?? [];
      const [, member, name] = /keep `(\w+)` as `\$(\w+)`/.exec(part) ?? [];
      const [, json] = /```json\n([\s\S]*?)\n```/.exec(part) ?? [];
      if (status === undefined || json === undefined)
        throw new Error(`An example says no answer: ${command}`);
      const keep = member && name ? ([member, name] as const) : undefined;
      return { command, status: Number(status), keep, answer: JSON.parse(json) as unknown };
    });
}

/** Members that the guide shows and the answer lacks, or has with another type; codes and statuses must be equal. */
export function lacking(shown: unknown, answer: unknown, path = ''): readonly string[] {
  if (Array.isArray(shown))
    return Array.isArray(answer)
      ? shown.flatMap((one, at) => lacking(one, answer[at], `${path}/${at}`))
      : [path];
  if (typeof shown === 'object' && shown !== null) {
    if (typeof answer !== 'object' || answer === null) return [path];
    return Object.entries(shown).flatMap(([name, value]) =>
      lacking(value, (answer as Readonly<Record<string, unknown>>)[name], `${path}/${name}`),
    );
  }
  if (/\/(code|status|pointer|storeName|externalId)$/.test(path) && shown !== answer) return [path];
  return typeof shown === typeof answer ? [] : [path];
}
