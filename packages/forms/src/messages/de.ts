import type { Messages } from './messages.ts';

/** German. */
export const de: Messages = {
  missing: 'Bitte füllen Sie dieses Feld aus.',
  missingChoice: 'Bitte wählen Sie eine Möglichkeit.',
  missingTick: 'Bitte setzen Sie das Häkchen, um fortzufahren.',
  appeared: 'Durch Ihre Antworten kommt diese Frage hinzu. Bitte sehen Sie auch sie an.',
  invalid: {
    text: 'Bitte prüfen Sie diese Angabe.',
    number: 'Bitte geben Sie eine Zahl ein, zum Beispiel 42 oder 1,5.',
    email: 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
    phone: 'Bitte geben Sie eine Telefonnummer ein, zum Beispiel +49 30 901820.',
    date: 'Bitte geben Sie ein Datum ein, das es gibt.',
    choice: 'Bitte wählen Sie eine der Möglichkeiten.',
    checkbox: 'Bitte setzen Sie das Häkchen oder lassen Sie es weg.',
  },
  length: {
    between: 'Bitte verwenden Sie {min} bis {max} Zeichen.',
    atLeast: 'Bitte verwenden Sie mindestens {min} Zeichen.',
    atMost: 'Bitte verwenden Sie höchstens {max} Zeichen.',
  },
  range: {
    between: 'Bitte bleiben Sie zwischen {min} und {max}.',
    atLeast: 'Bitte geben Sie {min} oder mehr ein.',
    atMost: 'Bitte geben Sie höchstens {max} ein.',
  },
};
