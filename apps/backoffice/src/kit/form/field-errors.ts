/** The faults of a form by field. */
export type FieldErrors = {
  /** What is wrong with a field or within it; undefined when nothing is. Marks it as shown. */
  readonly at: (name: string) => string | undefined;
  readonly all: readonly { readonly pointer: string; readonly detail: string }[];
};

/** Reads a problem's `errors[]`. A pointer into a field (`/origins/2`) belongs to the field and names its place. */
export function fieldErrors(all: FieldErrors['all']): FieldErrors {
  return {
    all,
    at: (name) => {
      const root = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const own = all.filter(({ pointer }) => pointer === root || pointer.startsWith(`${root}/`));
      return own.length === 0 ? undefined : own.map((error) => sentence(error, root)).join(' ');
    },
  };
}

function sentence({ pointer, detail }: FieldErrors['all'][number], root: string): string {
  const place = pointer.slice(root.length + 1);
  return /^\d+$/.test(place) ? `No. ${Number(place) + 1}: ${detail}` : asSentence(detail);
}

/** The server's details are sentences or their ends: "must be a date" becomes "Must be a date." */
export const asSentence = (detail: string): string =>
  `${detail.charAt(0).toUpperCase()}${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}`;
