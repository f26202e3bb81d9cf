import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The content codings that we send, most wanted first. */
export type Coding = 'br' | 'gzip';
const codings: readonly Coding[] = ['br', 'gzip'];

type Effort = 'each' | 'once';
type Compress = (text: string) => Buffer;

const brotli =
  (quality: number): Compress =>
  (text) =>
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
      },
    });

// What every answer costs is milliseconds of everybody's; what is done once may take its time.
const compressors: Readonly<Record<Coding, Readonly<Record<Effort, Compress>>>> = {
  br: { each: brotli(4), once: brotli(11) },
  gzip: { each: (text) => gzipSync(text, { level: 6 }), once: (text) => gzipSync(text, { level: 9 }) },
};

/** Compresses a text: `each` for what is made for one answer, `once` for what stays the same. */
export const compress = (text: string, coding: Coding, effort: Effort): Buffer =>
  compressors[coding][effort](text);

/** A text in every coding, made at once and kept. */
export const compressedOnce = (text: string): Readonly<Record<Coding, Buffer>> => ({
  br: compress(text, 'br', 'once'),
  gzip: compress(text, 'gzip', 'once'),
});

/** The best coding that an `Accept-Encoding` admits; `undefined` for none (RFC 9110 section 12.5.3). */
export function codingFor(acceptEncoding: string | undefined): Coding | undefined {
  const weights = new Map((acceptEncoding ?? '').slice(0, 500).toLowerCase().split(',').map(weighted));
  return codings.find((coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0);
}

function weighted(part: string): readonly [string, number] {
  const [coding = '', ...parameters] = part.split(';').map((one) => one.trim());
  const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
  return [coding, weight === undefined ? 1 : Number(weight)];
}
