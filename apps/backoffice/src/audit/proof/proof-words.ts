const number = (count: number) => count.toLocaleString('en');
const links = (count: number) => (count === 1 ? '1 record' : `${number(count)} records`);

/** Words of the proof that nobody has changed the audit. */
export const proofWords = Object.freeze({
  chain: 'Chain of hashes',
  chainText:
    'Every record carries a hash of itself and of the record before it, a few seconds after it was written. Whoever changes, removes or slips in one breaks the chain from there on.',
  linked: 'Records in the chain',
  kept: 'Kept from',
  fromTheFirst: 'the first record',
  fromPosition: (position: number) => `position ${number(position)}`,
  newest: 'Newest hash',
  empty: 'Nothing is in the chain yet.',
  verify: 'Verify',
  verifyAgain: 'Verify again',
  stop: 'Stop',
  verifyTitle: 'Verify',
  verifyText: 'Checks every record that is kept against the chain, on the server.',
  anchor: 'Anchor',
  anchorHelp:
    'A place that you kept elsewhere. With it you also see whether somebody has made the whole chain anew since. Optional.',
  anchorWrong: 'This is no anchor. Paste what Copy anchor gave you, or an answer of GET /api/audit/chain.',
  copyAnchor: 'Copy anchor',
  copied: 'The newest place was copied. Keep it where nobody who owns the database can reach it.',
  notCopied: 'The browser does not let this page copy. Select the anchor by hand.',
  checking: (done: number, all: number) => `${number(done)} of ${links(all)} checked…`,
  whole: 'The audit is whole',
  wholeText: (count: number, erased: number) =>
    `${links(count)} checked, none changed, removed or put in.${erased === 0 ? '' : ` ${links(erased)} without the erased names of operators.`}`,
  passed: (position: number) => `It passes the anchor at position ${number(position)}.`,
  notWhole: 'The audit is not whole',
  faults: {
    changed: 'A record is not what it was when it was written.',
    'record-missing': 'A record was removed.',
    'record-not-linked': 'A record was put in afterwards: it is in no link of the chain.',
    'link-missing': 'A link of the chain was removed.',
    'head-missing': 'The newest links of the chain were removed.',
    'place-differs':
      'The chain does not pass this place: it was made anew, or the anchor is of another tenant.',
  },
  faultNext:
    'Compare with a backup from before. The audit has noted this finding, so that it cannot be overlooked.',
  atPosition: (position: number) => `At position ${number(position)}.`,
  openRecord: 'Open the record',
  retention: 'Retention',
  retentionText:
    'Records that are older are forgotten from the front of the chain, which stays whole. By itself nothing is forgotten.',
  forever: 'Kept for good',
  days: (days: number) => `Kept for ${number(days)} days`,
  change: 'Change',
  daysField: 'Days',
  daysHelp: 'From 30 to 36,500 days; empty: for good.',
  daysEffect: 'What is older goes within minutes, and cannot be brought back.',
  save: 'Save',
  saved: (days: number | null) =>
    days === null ? 'Records are kept for good.' : `Records are kept for ${number(days)} days.`,
  erase: 'Erase an operator',
  eraseText:
    'Takes the name and the facts of an operator out of every record, as data protection may demand. That something happened stays provable.',
  operatorId: 'Operator ID',
  operatorIdHelp: 'Of somebody who was deleted it stands in the record operator.deleted.',
  findDeleted: 'Find deleted operators',
  eraseAction: 'Erase',
  eraseTitle: 'Erase this operator from the audit?',
  eraseEffect: (id: string) =>
    `Name and facts go out of every record of ${id}, for good. Nobody can tell afterwards what this person did.`,
  erased: (count: number) =>
    count === 0 ? 'No record names this operator.' : `Name and facts erased from ${links(count)}.`,
});
