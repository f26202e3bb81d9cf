import type { Messages } from './messages.ts';

/** English, the source of the others. */
export const en: Messages = {
  missing: 'Please fill this in.',
  missingChoice: 'Please choose one.',
  missingTick: 'Please tick this box to go on.',
  appeared: 'Your answers bring up this question. Please look at it too.',
  invalid: {
    text: 'Please check this.',
    number: 'Please enter a number, such as 42 or 1.5.',
    email: 'Please enter an email address, such as name@example.com.',
    phone: 'Please enter a phone number, such as +44 20 7946 0000.',
    date: 'Please enter a date that exists.',
    choice: 'Please choose one of the options.',
    checkbox: 'Please tick the box or leave it empty.',
  },
  length: {
    between: 'Please use {min} to {max} characters.',
    atLeast: 'Please use at least {min} characters.',
    atMost: 'Please use at most {max} characters.',
  },
  range: {
    between: 'Please stay between {min} and {max}.',
    atLeast: 'Please enter {min} or more.',
    atMost: 'Please enter {max} or less.',
  },
};
