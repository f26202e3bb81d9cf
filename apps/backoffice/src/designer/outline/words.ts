/** Words of the outline. */
export const outlineWords = Object.freeze({
  title: 'Outline',
  count: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  keys: 'Up and down go from step to step; right to its actions and where it leads. Enter opens the settings, Escape comes back from them, Delete removes.',
  emptyTitle: 'Nothing is drawn yet',
  emptyText: 'Add a start event, then what comes after it.',
  hasProblem: 'has a problem',
  hasWarning: 'has a warning',
  leadsTo: (target: string) => `then ${target}`,
  condition: (text: string) => `if ${text}`,
  isDefault: '(default)',
  settings: 'Settings',
  find: 'Find',
});
