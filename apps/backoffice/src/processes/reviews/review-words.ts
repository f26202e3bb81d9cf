/** Words of reviews. */
export const reviewWords = Object.freeze({
  title: 'For review',
  description: 'Instances whose process left the decision to a person.',
  search: 'Search by name, e-mail, phone or ID',
  noneTitle: 'Nothing waits for a review',
  noneText: 'An instance appears here when a Simple Decider ends with REVIEW.',
  waitsFor: 'Waits for',
  approve: 'Approve',
  decline: 'Decline',
  approveTitle: 'Approve this instance?',
  declineTitle: 'Decline this instance?',
  approveEffect: 'It ends as accepted. This cannot be undone.',
  declineEffect: 'It ends as declined. This cannot be undone.',
  comment: 'Comment',
  commentHelp: 'Why; kept with the instance and in the audit.',
  approved: 'Instance approved.',
  declined: 'Instance declined.',
});
