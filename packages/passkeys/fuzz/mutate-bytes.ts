import type { Choices } from './choices.ts';

type Edit = (bytes: Uint8Array, choices: Choices) => Uint8Array;

const spliced = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array =>
  new Uint8Array([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);

const interesting = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x30, 0x31, 0xa0, 0x9f, 0xbf, 0x5f, 0x1b, 0xfb] as const;

const edits: readonly [Edit, ...Edit[]] = [
  (bytes, { below }) => {
    const at = below(bytes.length);
    const bit = 1 << below(8);
    return bytes.map((byte, index) => (index === at ? byte ^ bit : byte));
  },
  (bytes, { below, oneOf }) => {
    const at = below(bytes.length);
    const value = oneOf(interesting);
    return bytes.map((byte, index) => (index === at ? value : byte));
  },
  (bytes, { below }) => spliced(bytes, below(bytes.length), 1 + below(8), new Uint8Array()),
  (bytes, { below, bytes: random }) => spliced(bytes, below(bytes.length + 1), 0, random(1 + below(8))),
  (bytes, { below }) => bytes.slice(0, below(bytes.length)),
  (bytes, { below }) => {
    const from = below(bytes.length);
    return spliced(bytes, below(bytes.length), 0, bytes.subarray(from, from + 1 + below(64)));
  },
  // Towers of lists, sequences and explicit tags: what recursion falls over.
  (bytes, { below, oneOf }) => {
    const tower = new Uint8Array(1 + below(4000)).fill(oneOf([0x81, 0xa1, 0x9f, 0x30, 0xa0, 0x24, 0x7b]));
    return spliced(bytes, below(bytes.length + 1), 0, tower);
  },
  (bytes, { below }) => {
    const from = below(bytes.length);
    const part = [...bytes.subarray(from, from + 1 + below(16))];
    const many = Array.from({ length: 1 + below(500) }, () => part).flat();
    return spliced(bytes, from, 0, new Uint8Array(many));
  },
  (bytes, { below }) => {
    const at = below(bytes.length);
    return spliced(bytes, at, 2, nestedDer(1 + below(300)));
  },
];

/** Well-formed DER: sequences within sequences. */
function nestedDer(depth: number): Uint8Array {
  let inner: number[] = [0x05, 0x00];
  for (let level = 0; level < depth; level++) {
    const { length } = inner;
    const written = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
    inner = [0x30, ...written, ...inner];
  }
  return new Uint8Array(inner);
}

/** The bytes with one to three changes. */
export function mutatedBytes(bytes: Uint8Array, choices: Choices): Uint8Array {
  let changed = bytes;
  for (let left = 1 + choices.below(3); left > 0; left--) changed = choices.oneOf(edits)(changed, choices);
  return changed;
}

/** A text with changes of its bytes. */
export const mutatedText = (text: string, choices: Choices): string =>
  Buffer.from(mutatedBytes(Buffer.from(text), choices)).toString('latin1');
