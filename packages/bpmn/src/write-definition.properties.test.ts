import type { Definition, Flow, Node, ParameterText, TimerRule } from '@latchkey/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { readDefinition } from './read-definition.ts';
import { manifests } from './testing/manifests.ts';
import { writeDefinition } from './write-definition.ts';

/** Text as XML can carry it: no control characters, trimmed, not empty. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((raw) => raw.replaceAll('$', 'S').trim())
  .filter((raw) => raw.length > 0 && !/[\p{Cc}\uFFFE\uFFFF]/u.test(raw));
const key = fc.stringMatching(/^[a-z]{1,8}$/);

const parameters = fc
  .record(
    {
      userExternalId: text,
      userAttributes: fc.dictionary(key, text, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map(
    (some) =>
      ({ ...some, storeName: '${_initial.store}', userKey: 'a < b && "c"' }) as Record<string, ParameterText>,
  );

const timer: fc.Arbitrary<TimerRule> = fc.oneof(
  fc.integer({ min: 0, max: 10 ** 9 }).map((ms) => ({ kind: 'after' as const, ms })),
  fc.integer({ min: 0, max: 4 * 10 ** 12 }).map((at) => ({ kind: 'at' as const, at })),
  fc.constant({ kind: 'expression' as const, expression: '${_initial.wait < 3 ? "PT1M" : "PT2M"}' }),
);

type Step = fc.Arbitrary<Record<string, unknown>>;
const task: Step = fc.record({
  kind: fc.constant('task'),
  activity: parameters.map((given) => ({ type: 'addUser', version: 1, parameters: given })),
});
const step: Step = fc.oneof(
  task,
  fc.record({ kind: fc.constant('timer-catch'), timer }),
  fc.record({ kind: fc.constantFrom('exclusive', 'parallel', 'inclusive') }),
);
const trigger = fc.oneof(
  fc.record({ kind: fc.constant('timer' as const), timer }),
  fc.record({ kind: fc.constant('error' as const), errorCode: fc.constantFrom('user.not-added') }),
  fc.record({ kind: fc.constant('error' as const) }),
);
const ending = fc.oneof(
  fc.constant({ end: 'plain' }),
  fc.constant({ end: 'terminate' }),
  fc.record({ end: fc.constant('error') }),
  fc.record({ end: fc.constant('error'), errorCode: key.map((code) => `my.${code}`) }),
);

const chain = fc.record({
  steps: fc.array(fc.tuple(step, fc.option(text, { nil: undefined })), { minLength: 1, maxLength: 6 }),
  ending,
  boundary: fc.option(fc.tuple(trigger, fc.boolean()), { nil: undefined }),
});
type Chain = typeof chain extends fc.Arbitrary<infer Value> ? Value : never;

/** A sound definition: a chain of steps, perhaps with a boundary event, a skipping choice and a sub-process. */
const definition = fc
  .record({ outer: chain, inner: fc.option(chain, { nil: undefined }), isSkipping: fc.boolean() })
  .map(({ outer, inner, isSkipping }) => {
    const nodes: Node[] = [];
    const flows: Flow[] = [];
    build(outer, '', undefined, nodes, flows, inner);
    if (isSkipping) addChoice(nodes, flows);
    return wire(nodes, flows);
  });

function build(
  of: Chain,
  prefix: string,
  scope: string | undefined,
  nodes: Node[],
  flows: Flow[],
  inner?: Chain,
) {
  const common = (id: string, name?: string) => ({
    id: prefix + id,
    ...(name && { name }),
    ...(scope && { scope }),
    incoming: [],
    outgoing: [],
  });
  const ids = ['start'];
  nodes.push({ ...common('start'), kind: 'start' });
  for (const [index, [properties, name]] of of.steps.entries()) {
    nodes.push({ ...common(`step${index}`, name), ...properties } as unknown as Node);
    ids.push(`step${index}`);
  }
  if (inner) {
    nodes.push({ ...common('sub'), kind: 'sub-process', start: 'in_start' });
    ids.push('sub');
  }
  nodes.push({ ...common('end'), kind: 'end', ...(of.ending as { end: 'plain' }) });
  ids.push('end');
  for (const [index, target] of ids.slice(1).entries())
    flows.push({ id: `${prefix}flow${index}`, source: prefix + ids[index], target: prefix + target });
  const host = nodes.find((node) => node.kind === 'task' && node.id.startsWith(`${prefix}step`));
  if (of.boundary && host) {
    const [trigger, interrupting] = of.boundary;
    nodes.push({ ...common('boundary'), kind: 'boundary', attachedTo: host.id, interrupting, trigger });
    flows.push({ id: `${prefix}caught`, source: `${prefix}boundary`, target: `${prefix}end` });
  }
  if (inner) build(inner, 'in_', 'sub', nodes, flows);
}

function addChoice(nodes: Node[], flows: Flow[]): void {
  const first = flows[0] as Flow;
  nodes.push({ id: 'choice', kind: 'exclusive', incoming: [], outgoing: [], defaultFlow: 'choice_default' });
  flows[0] = { ...first, target: 'choice' };
  flows.push({ id: 'choice_default', source: 'choice', target: first.target });
  flows.push({
    id: 'choice_skip',
    source: 'choice',
    target: 'end',
    condition: '${_initial.a < 1 && _initial.b == "<x>"}',
  });
}

function wire(nodes: readonly Node[], unordered: readonly Flow[]): Definition {
  const isInner = (flow: Flow) => flow.id.startsWith('in_');
  const flows = [...unordered.filter((flow) => !isInner(flow)), ...unordered.filter(isInner)];
  const wired = nodes.map((node) => ({
    ...node,
    incoming: flows.filter(({ target }) => target === node.id).map(({ id }) => id),
    outgoing: flows.filter(({ source }) => source === node.id).map(({ id }) => id),
  }));
  return {
    nodes: Object.fromEntries(wired.map((node) => [node.id, node])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
  };
}

describe('writing and reading', () => {
  test('the definitions of these properties are sound and of every kind', () => {
    const kinds = new Set<string>();
    for (const sample of fc.sample(definition, 200)) {
      expect(checkDefinition(sample, { processId: 'P' }, manifests)).toEqual([]);
      for (const { kind } of Object.values(sample.nodes)) kinds.add(kind);
    }
    expect(kinds.size).toBe(9);
  });

  test('read(write(definition)) equals the definition', async () => {
    await fc.assert(
      fc.asyncProperty(definition, async (drawn) => {
        const xml = await writeDefinition(drawn, { layout: false });
        expect((await readDefinition(xml, manifests)).definition).toEqual(drawn);
      }),
      { numRuns: 200 },
    );
  }, 20_000);

  test('also with a drawing, which has a shape for every node', async () => {
    await fc.assert(
      fc.asyncProperty(definition, async (drawn) => {
        const xml = await writeDefinition(drawn);
        expect((await readDefinition(xml, manifests)).definition).toEqual(drawn);
        for (const id of Object.keys(drawn.nodes)) expect(xml).toContain(`bpmnElement="${id}"`);
      }),
      { numRuns: 40 },
    );
  }, 20_000);
});
