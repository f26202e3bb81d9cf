/** The part of package-lock.json that we read. */
export type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly license?: string;
        readonly dev?: boolean;
        readonly link?: boolean;
        readonly resolved?: string;
      }
    >
  >;
};

const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'PostgreSQL',
]);

/** The production dependencies whose licence we may not ship, as `name: licence`. */
export function refusedLicences({ packages }: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { license }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), license }))
    .filter(({ license }) => !mayShip(license))
    .map(({ name, license }) => `${name}: ${license ?? 'no licence'}`);
}

/** The entries that were fetched from a named host: such a lock file would bind everybody to that host. */
export function namedHosts({ packages }: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.includes('://'))
    .map(([path]) => path);
}

/** An SPDX expression with one choice that we may take; AND and WITH are read by a person instead. */
function mayShip(licence: string | undefined): boolean {
  const choices = (licence ?? '').replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => allowed.has(choice));
}
