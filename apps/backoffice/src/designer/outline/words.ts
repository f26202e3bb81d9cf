/** Words of the outline. */
export const outlineWords = Object.freeze({
  title: 'Outline',
  count: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  keys: 'Arrows move, Enter opens the settings, Delete removes; Escape comes back from the settings.',
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
