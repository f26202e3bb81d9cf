import type { KeyObject } from 'node:crypto';
import type { Algorithm } from '../cose/algorithms.ts';
import { ensure } from '../fault.ts';
import type { Certificate } from './read-certificate.ts';

const minModulusBits = 2048;

/** The certificate's key, when it is one for signatures of this algorithm. Throws a Fault. */
export function keyForAlgorithm({ publicKey }: Certificate, algorithm: Algorithm): KeyObject {
  ensure(isFor(publicKey, algorithm), `The certificate's key is not one for ${algorithm.name}.`);
  return publicKey;
}

function isFor(
  { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject,
  algorithm: Algorithm,
): boolean {
  if (algorithm.keyType === 3) return type === 'rsa' && (details?.modulusLength ?? 0) >= minModulusBits;
  if (algorithm.keyType === 7) return type === algorithm.name.toLowerCase();
  if (algorithm.keyType === 1) return type === algorithm.curve?.nodeName;
  return type === 'ec' && details?.namedCurve === algorithm.curve?.nodeName;
}
