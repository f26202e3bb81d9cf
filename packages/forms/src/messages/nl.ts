import type { Messages } from './messages.ts';

/** Dutch. */
export const nl: Messages = {
  missing: 'Vul dit in.',
  missingChoice: 'Kies een mogelijkheid.',
  missingTick: 'Vink dit vakje aan om verder te gaan.',
  appeared: 'Door uw antwoorden komt deze vraag erbij. Bekijk deze ook.',
  invalid: {
    text: 'Controleer dit antwoord.',
    number: 'Vul een getal in, bijvoorbeeld 42 of 1,5.',
    email: 'Vul een e-mailadres in, bijvoorbeeld naam@example.com.',
    phone: 'Vul een telefoonnummer in, bijvoorbeeld +31 20 123 4567.',
    date: 'Vul een datum in die bestaat.',
    choice: 'Kies een van de mogelijkheden.',
    checkbox: 'Vink het vakje aan of laat het leeg.',
  },
  length: {
    between: 'Gebruik {min} tot {max} tekens.',
    atLeast: 'Gebruik minstens {min} tekens.',
    atMost: 'Gebruik hoogstens {max} tekens.',
  },
  range: {
    between: 'Blijf tussen {min} en {max}.',
    atLeast: 'Vul {min} of meer in.',
    atMost: 'Vul {max} of minder in.',
  },
};
