/** Words of saved views. */
export const viewWords = Object.freeze({
  views: 'Saved views',
  save: 'Save view',
  saveTitle: 'Save this view',
  saveHelp:
    'Filters and order as they are now. Your views are kept in this browser; the address is the link to share.',
  action: 'Save',
  name: 'Name',
  nameMissing: 'Give it a name.',
  nameTaken: 'You have a view of this name here.',
  saved: (name: string) => `View ${name} saved.`,
  rename: 'Rename',
  renameTitle: (name: string) => `Rename the view ${name}`,
  remove: 'Delete view',
  removed: (name: string) => `View ${name} deleted.`,
  goTo: (screen: string, name: string) => `${screen}: ${name}`,
  keywords: 'saved view',
});
