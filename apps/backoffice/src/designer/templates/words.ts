/** Words of new definitions. */
export const templateWords = Object.freeze({
  title: 'New process',
  lead: 'Choose what to begin with. Everything can be changed afterwards.',
  beginWith: 'Begin with',
  details: 'Details',
  name: 'Name',
  nameHelp: 'Shared by all its versions: letters, digits, “.”, “_”, “-” and spaces.',
  description: 'Description',
  descriptionHelp: 'What the process is for, in the list of definitions.',
  create: 'Create and draw',
  taken: 'A process of this name exists already. Choose another name.',
  blank: { title: 'Blank canvas', text: 'Draw from nothing.' },
  once: {
    title: 'Passkey registration',
    text: 'Adds a user, shows the registration form, completes the passkey and decides.',
  },
  customPage: {
    title: 'Custom-page flow',
    text: 'A page of your own HTML and JavaScript asks for the passkey, in place of a form.',
  },
  retry: {
    title: 'Passkey registration with retry',
    text: 'The same; whoever closes the prompt is asked to try again.',
  },
  signUp: {
    title: 'Sign-up with passkey',
    text: 'Asks a new person for their data, makes a user, and registers a passkey. Known addresses and closed prompts are led back.',
  },
  addAnother: {
    title: 'Add another passkey',
    text: 'Signs a person in with a passkey that they have, then registers another one. Closed prompts are led back.',
  },
});
