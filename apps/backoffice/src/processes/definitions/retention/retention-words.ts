const days = (count: number) => (count === 1 ? '1 day' : `${count.toLocaleString('en')} days`);

/** Words of retention periods. */
export const retentionWords = Object.freeze({
  title: 'Retention period',
  text: 'Finished instances are erased with their history when it is over. The audit keeps that they were there, the dashboard keeps its numbers.',
  days,
  usual: 'the usual period',
  change: 'Change',
  changeTitle: 'Retention period',
  field: 'Days',
  fieldHelp: (usual: number, most: number) =>
    `From 1 to ${most.toLocaleString('en')} days after their end; ${usual} when empty.`,
  effect:
    'It holds for instances that have ended already, too: what is older is gone within minutes, for good.',
  save: 'Save',
  saved: (count: number) => `Finished instances are kept for ${days(count)}.`,
});
