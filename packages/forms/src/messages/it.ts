import type { Messages } from './messages.ts';

/** Italian. */
export const it: Messages = {
  missing: 'Compila questo campo.',
  missingChoice: 'Scegli un’opzione.',
  missingTick: 'Spunta questa casella per proseguire.',
  appeared: 'Le risposte fanno comparire questa domanda. Guarda anche questa.',
  invalid: {
    text: 'Controlla questa risposta.',
    number: 'Inserisci un numero, ad esempio 42 o 1,5.',
    email: 'Inserisci un indirizzo e-mail, ad esempio nome@example.com.',
    phone: 'Inserisci un numero di telefono, ad esempio +39 06 1234 5678.',
    date: 'Inserisci una data che esiste.',
    choice: 'Scegli una delle opzioni.',
    checkbox: 'Spunta la casella o lasciala vuota.',
  },
  length: {
    between: 'Usa da {min} a {max} caratteri.',
    atLeast: 'Usa almeno {min} caratteri.',
    atMost: 'Usa al massimo {max} caratteri.',
  },
  range: {
    between: 'Resta tra {min} e {max}.',
    atLeast: 'Inserisci {min} o più.',
    atMost: 'Inserisci {max} o meno.',
  },
};
