const texts = (en: string) => ({ values: { en } });

/** The document with which a new form begins. */
export const firstForm: string = JSON.stringify(
  {
    title: { ...texts('Your details'), isValid: true, type: 'title' },
    components: [
      {
        type: 'text',
        isValid: true,
        readOnly: false,
        id: 'userName',
        label: texts('User name'),
        default: '',
        transient: false,
        validate: {
          required: true,
          minLength: '',
          maxLength: '',
          missingMessage: texts('Enter your user name.'),
          invalidMessage: texts(''),
          invalidLengthMessage: texts(''),
        },
        index: 0,
      },
    ],
    continueButton: { ...texts('Continue'), isValid: true, type: 'continueButton' },
  },
  null,
  2,
);
