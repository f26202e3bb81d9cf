import { defineProblems } from '@latchkey/kernel';

/** Why a BLOB of the FIDO Metadata Service is refused. Every problem carries `facts.step`. */
export const metadataProblems = defineProblems({
  'metadata.blob-malformed': { title: 'The metadata cannot be read.', status: 400 },
  'metadata.certificate-invalid': {
    title: 'The metadata are not signed by a trusted certificate.',
    status: 422,
  },
  'metadata.signature-invalid': { title: 'The signature of the metadata is not valid.', status: 422 },
  'metadata.rolled-back': { title: 'The metadata are older than those that are known.', status: 422 },
  'metadata.expired': { title: 'The metadata should have been replaced by newer ones.', status: 422 },
});

/** The stable codes of metadata. */
export type MetadataProblemCode = keyof typeof metadataProblems.kinds;
