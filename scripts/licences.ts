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

/** Packages that may have another licence, and why. */
const exceptions: readonly (readonly [name: RegExp, reason: string])[] = [
  [
    /^bpmn-js$/,
    'the bpmn.io licence: MIT with a watermark that stays visible; in the Backoffice only, which the architecture test holds.',
  ],
  [/^isbot$/, 'Unlicense: only the server rendering of TanStack Router loads it; nothing of it is bundled.'],
];

/** The production dependencies whose licence we may not ship, as `name: licence`. */
export function refusedLicences({ packages }: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { license }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), license }))
    .filter(({ name, license }) => !mayShip(license) && !exceptions.some(([pattern]) => pattern.test(name)))
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
