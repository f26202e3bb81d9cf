import { ensure } from '../../fault.ts';

/** Reads big-endian numbers and byte strings one after another. Every read beyond the end is a Fault. */
export type ByteReader = {
  readonly u8: () => number;
  readonly u16: () => number;
  readonly u32: () => number;
  readonly bytes: (length: number) => Uint8Array;
  /** Two bytes of length, and that many bytes: a TPM2B. */
  readonly sized: () => Uint8Array;
  readonly end: () => void;
};

/** A reader over bytes that are called `name` in its Faults. */
export function byteReader(bytes: Uint8Array, name: string): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  const skip = (length: number): number => {
    ensure(offset + length <= bytes.length, `${name} ends too early.`);
    offset += length;
    return offset - length;
  };
  const u16 = (): number => view.getUint16(skip(2));
  const take = (length: number): Uint8Array => {
    const at = skip(length);
    return bytes.subarray(at, at + length);
  };
  return {
    u8: () => view.getUint8(skip(1)),
    u16,
    u32: () => view.getUint32(skip(4)),
    bytes: take,
    sized: () => take(u16()),
    end: () => ensure(offset === bytes.length, `Bytes follow ${name}.`),
  };
}
