import { type CborKey, type CborValue, isBytes, isCborArray, isCborMap } from '../src/cbor/cbor-value.ts';
import type { Choices } from './choices.ts';
import { mutatedBytes, mutatedText } from './mutate-bytes.ts';

/** A value with one change somewhere inside. */
export function mutatedCbor(value: CborValue, choices: Choices): CborValue {
  if (choices.below(8) === 0) return anyCbor(choices);
  if (isBytes(value)) return mutatedBytes(value, choices);
  if (isCborMap(value)) return mutatedMap(value, choices);
  if (isCborArray(value)) return mutatedList(value, choices);
  if (typeof value === 'string') return mutatedText(value, choices);
  return anyCbor(choices);
}

function mutatedMap(map: ReadonlyMap<CborKey, CborValue>, choices: Choices): CborValue {
  const entries = [...map];
  const at = choices.below(entries.length + 1);
  const entry = entries[at];
  if (!entry)
    return new Map([...entries, [choices.oneOf<CborKey>(['x', 0, -70000, 'x5c']), anyCbor(choices)]]);
  if (choices.below(6) === 0) return new Map(entries.filter((one) => one !== entry));
  return new Map([...entries, [entry[0], mutatedCbor(entry[1], choices)]]);
}

function mutatedList(list: readonly CborValue[], choices: Choices): CborValue {
  const at = choices.below(list.length);
  const item = list[at];
  if (item === undefined || choices.below(6) === 0) return [...list, anyCbor(choices)];
  if (choices.below(6) === 0) return [...list.slice(0, at), ...list.slice(at + 1)];
  if (choices.below(6) === 0) return [...list].reverse();
  return list.map((one, index) => (index === at ? mutatedCbor(one, choices) : one));
}

function anyCbor(choices: Choices): CborValue {
  return choices.oneOf<CborValue>([
    null,
    true,
    choices.below(300),
    -choices.below(70_000),
    2n ** 63n,
    '',
    choices.bytes(choices.below(80)),
    [],
    new Map(),
    [[[[null]]]],
  ]);
}
