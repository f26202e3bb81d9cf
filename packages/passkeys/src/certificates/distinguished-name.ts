import type { Name } from '@peculiar/asn1-x509';

/** A name (RFC 5280 section 4.1.2.4), for comparison and for its attributes. */
export type DistinguishedName = {
  /** Each relative name in a canonical writing, the most significant first. */
  readonly parts: readonly string[];
  /** The attributes by object identifier, each with its values in order. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
};

/** Reads a name. */
export function distinguishedNameOf(name: Name): DistinguishedName {
  const attributes = new Map<string, string[]>();
  for (const { type, value } of name.flat()) {
    const values = attributes.get(type);
    if (values) values.push(value.toString());
    else attributes.set(type, [value.toString()]);
  }
  const parts = name.map((relative) =>
    relative
      .map(({ type, value }) => `${type}=${JSON.stringify(canonicalText(value.toString()))}`)
      .sort()
      .join('+'),
  );
  return { parts, attributes };
}

/** RFC 5280 section 7.1: letter case, the string type and repeated spaces make no difference. */
const canonicalText = (text: string): string =>
  text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Whether two names are the same (RFC 5280 section 7.1). */
export function isSameName(left: DistinguishedName, right: DistinguishedName): boolean {
  return left.parts.length === right.parts.length && isBelowName(left, right);
}

/** Whether `name` lies in the subtree of `base`. */
export function isBelowName(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.parts.every((part, index) => name.parts[index] === part);
}
