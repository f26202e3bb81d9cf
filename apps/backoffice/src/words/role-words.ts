/** What roles are called. */
export const roleWords = Object.freeze({
  administrator: 'Administrator',
  designer: 'Designer',
  support: 'Support',
  auditor: 'Auditor',
});
