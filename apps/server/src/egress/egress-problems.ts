import { defineProblems } from '@latchkey/kernel';

/** Why a request of the server's own was not sent, or not answered. */
export const egressProblems = defineProblems({
  'egress.url-invalid': {
    title: 'The address must be an https URL without a user, a password or a fragment.',
    status: 400,
  },
  'egress.not-https': {
    title: 'Only https is spoken; http only with what LATCHKEY_EGRESS_ALLOW names.',
    status: 400,
  },
  'egress.address-refused': {
    title: 'The address is private or reserved, and LATCHKEY_EGRESS_ALLOW does not name it.',
    status: 400,
  },
  'egress.name-unknown': { title: 'The host name has no address.', status: 502 },
  'egress.certificate-refused': { title: 'The certificate of the host was refused.', status: 502 },
  'egress.unreachable': { title: 'The host could not be reached, or broke off.', status: 502 },
  'egress.too-large': { title: 'The answer is larger than what is read of it.', status: 502 },
  'egress.too-slow': { title: 'The host did not answer in time.', status: 504 },
});
