import type { EngineBench } from './engine.ts';
import type { JourneyBench } from './journeys.ts';
import type { Machine } from './machine.ts';
import { median } from './median.ts';
import type { PageBench } from './page.ts';
import type { PasskeyBench } from './passkeys.ts';
import type { RestBench } from './rest.ts';

export type Benches = {
  readonly machine: Machine;
  readonly rest: RestBench;
  readonly journeys: readonly JourneyBench[];
  readonly page: PageBench;
  readonly engine: EngineBench;
  readonly passkeys: readonly PasskeyBench[];
};

/** The figures as a page of docs/, ratios first. */
export const report = (benches: Benches): string =>
  [
    head(benches.machine),
    ratios(benches),
    restSection(benches.rest),
    journeySection(benches.journeys),
    engineSection(benches.engine),
    pageSection(benches.page),
    passkeySection(benches.passkeys),
  ].join('\n');

const head = ({ date, cores, processor, memoryGiB, node, postgres, load }: Machine) => `# Benchmarks

\`npm run bench -- --write\` measures everything and writes this page. Each figure stands beside a floor of the same run:
the least that any program would need for the same work. Measured and floor take turns, several rounds each, and the
figures are medians; a ratio is the median of the rounds' ratios. Compare ratios; the absolute figures are this machine's.
Lists at a million rows and dragging in a large diagram have their figures in [the Backoffice](backoffice.md).

Measured on ${date}: ${cores} cores (${processor}), ${memoryGiB} GiB of memory, Node ${node}, PostgreSQL ${postgres} with its production
settings (fsync and synchronous_commit on). Clients, servers and PostgreSQL share the cores. Load at the end: ${load.toFixed(1)}.
`;

const ratios = ({ rest, journeys, engine }: Benches) => `## Ratios

${table(
  ['what', 'of its floor', 'wanted'],
  [
    [
      `REST start and complete, ${rest.connections} connections, the same two statements`,
      ratio(rest.ofFloor),
      'at least 0.50',
    ],
    ['the same, against two thin inserts', ratio(rest.ofThinFloor), ''],
    ...journeys.map(({ people, ofFloor }) => [`whole journeys, ${people} at once`, ratio(ofFloor), '']),
    [
      `engine: ${whole(engine.stepsPerSecond)} steps per second`,
      ratio(engine.ofFloor),
      'at least 200,000 a second',
    ],
  ],
)}
`;

function restSection({ rounds, connections, poolSize }: RestBench): string {
  const row = (what: string, name: keyof (typeof rounds)[number]) => {
    const of = (figure: 'perSecond' | 'p50Ms' | 'p99Ms') =>
      median(rounds.map((round) => round[name][figure]));
    return [what, whole(of('perSecond')), ms(of('p50Ms')), ms(of('p99Ms'))];
  };
  return `## REST: start and complete a registration

One journey is a start and a complete, with authorization by a bearer token, validation, verification of the ceremony and
two audit rows. ${connections} connections, ${poolSize} database connections in each server. The floor is a bare node:http server that executes
the product's own two durable statements with values and answers of the same size, and nothing else. The thin floor
makes two plain inserts instead (one session, one credential): no audit, no user handle, nothing looked up or judged.

${table(
  ['server', 'journeys per second', 'p50 ms', 'p99 ms'],
  [
    row('Latchkey', 'latchkey'),
    row('floor: the same two statements', 'floor'),
    row('thin floor: two inserts', 'thinFloor'),
  ],
)}

Round by round, of the floor: ${rounds.map(({ latchkey, floor }) => ratio(latchkey.perSecond / floor.perSecond)).join(', ')}.
`;
}

const journeySection = (journeys: readonly JourneyBench[]) => `## Whole journeys

The guide's process by HTTP from the link to the end: the link's page, the start, the page with the form, the options, the
passkey, the last page. Six requests, three of them reads. The floor is a bare node:http server that answers as many
requests of the same sizes, with one durable insert for each write and one read for each read.

${table(
  ['people at once', 'journeys per second', 'floor', 'p50 ms', 'p99 ms'],
  journeys.map(({ people, perSecond, floorPerSecond, p50Ms, p99Ms }) => [
    String(people),
    perSecond.toFixed(1),
    floorPerSecond.toFixed(1),
    ms(p50Ms),
    ms(p99Ms),
  ]),
)}
`;

const engineSection = ({ stepsPerSecond, floorPerSecond, stateBytes }: EngineBench) => `## The engine

The guide's definition with one cancel, one retry and a success, on one core: ${whole(stepsPerSecond)} steps per second, a start or an
event each. The floor copies each of the same states with new tokens: ${whole(floorPerSecond)} per second. The largest state is
${whole(stateBytes)} bytes of JSON.
`;

const pageSection = ({
  parts,
  isSentCompressed,
  samples,
  latchkey,
  floor,
}: PageBench) => `## The journey's page

${table(
  ['part', 'bytes', 'gzip'],
  parts.map(({ what, raw, gzip }) => [what, whole(raw), whole(gzip)]),
)}

The server sends them ${isSentCompressed ? 'compressed' : 'as they are; compressing is left to what stands in front of it'}. In Chromium without a cache, median of ${samples}; the
floor is an empty page with one field from bare node:http. Ours passes the link's page and the start on the way to the form.

${table(
  ['page', 'first byte ms', 'field takes letters ms'],
  [
    ['the form', ms(latchkey.firstByteMs), ms(latchkey.interactiveMs)],
    ['empty page', ms(floor.firstByteMs), ms(floor.interactiveMs)],
  ],
)}
`;

const passkeySection = (rows: readonly PasskeyBench[]) => `## The ceremony

On one core; the floor is one bare ES256 \`verify\` of node:crypto.

${table(
  ['verification', 'per second', 'of the floor', 'times @simplewebauthn/server'],
  rows.map(({ what, perSecond, ofFloor, ofOracle }) => [
    what,
    whole(perSecond),
    ratio(ofFloor),
    ofOracle.toFixed(1),
  ]),
)}
`;

function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n');
}

const ratio = (value: number): string => value.toFixed(2);
const ms = (value: number): string => value.toFixed(1);
const whole = (value: number): string => Math.round(value).toLocaleString('en');
