/** Words of the audit. */
export const auditWords = Object.freeze({
  title: 'Audit',
  description: 'What happened and what was refused. Nothing here is ever changed.',
  noneTitle: 'Nothing has happened yet',
  noneText: 'Every change and every refused attempt will stand here.',
  when: 'When',
  action: 'Action',
  actionSearch: 'Action, such as user.created',
  actor: 'Who',
  outcome: 'Outcome',
  outcomes: { SUCCESS: 'Done', FAILURE: 'Refused' },
  anyOutcome: 'Any outcome',
  target: 'Concerns',
  targetId: 'ID of the object',
  from: 'From',
  to: 'To',
  facts: 'Facts',
  code: 'Problem code',
  instance: 'Process instance',
  export: 'Export CSV',
  exporting: (done: number, all: number) =>
    `Exporting ${done.toLocaleString('en')} of ${all.toLocaleString('en')}…`,
  exportLimit: (count: number) =>
    `Only the newest ${count.toLocaleString('en')} records were exported. Narrow the period for the rest.`,
  exported: (count: number) => `${count.toLocaleString('en')} records exported.`,
  details: (action: string) => `Details of ${action}`,
});
