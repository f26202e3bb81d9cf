import { ensure } from '../../fault.ts';
import { byteReader } from './byte-reader.ts';

/** What a TPM says when it certifies a key: the parts of TPMS_ATTEST that are judged. */
export type CertifyInfo = {
  readonly extraData: Uint8Array;
  /** TPM_ALG_ID of the digest, then the digest of the public area. */
  readonly name: Uint8Array;
};

/** TPM_GENERATED_VALUE: these bytes were made inside a TPM. */
const generatedByTpm = 0xff544347;
/** TPM_ST_ATTEST_CERTIFY. */
const attestCertify = 0x8017;

/** Reads a TPMS_ATTEST of type certify to the last byte (TPM 2.0 part 2 section 10.12.12). Throws a Fault. */
export function readCertifyInfo(bytes: Uint8Array): CertifyInfo {
  const read = byteReader(bytes, 'certInfo');
  ensure(read.u32() === generatedByTpm, 'certInfo was not made by a TPM.');
  ensure(read.u16() === attestCertify, 'certInfo does not certify a key.');
  read.sized(); // qualifiedSigner
  const extraData = read.sized();
  read.bytes(17); // clockInfo: clock, resetCount, restartCount
  read.bytes(8); // firmwareVersion
  const name = read.sized();
  read.sized(); // qualifiedName
  read.end();
  return { extraData, name };
}
