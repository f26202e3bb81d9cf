import type { Messages } from './messages.ts';

/** French. */
export const fr: Messages = {
  missing: 'Veuillez remplir ce champ.',
  missingChoice: 'Veuillez choisir une option.',
  missingTick: 'Veuillez cocher cette case pour continuer.',
  appeared: 'Vos réponses font apparaître cette question. Veuillez la regarder aussi.',
  invalid: {
    text: 'Veuillez vérifier cette réponse.',
    number: 'Veuillez saisir un nombre, par exemple 42 ou 1,5.',
    email: 'Veuillez saisir une adresse e-mail, par exemple nom@example.com.',
    phone: 'Veuillez saisir un numéro de téléphone, par exemple +33 1 23 45 67 89.',
    date: 'Veuillez saisir une date qui existe.',
    choice: 'Veuillez choisir une des options.',
    checkbox: 'Veuillez cocher la case ou la laisser vide.',
  },
  length: {
    between: 'Veuillez utiliser de {min} à {max} caractères.',
    atLeast: 'Veuillez utiliser au moins {min} caractères.',
    atMost: 'Veuillez utiliser au plus {max} caractères.',
  },
  range: {
    between: 'Veuillez rester entre {min} et {max}.',
    atLeast: 'Veuillez saisir {min} ou plus.',
    atMost: 'Veuillez saisir {max} ou moins.',
  },
};
