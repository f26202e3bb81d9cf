import type { Messages } from './messages.ts';

/** Spanish. */
export const es: Messages = {
  missing: 'Rellene este campo.',
  missingChoice: 'Elija una opción.',
  missingTick: 'Marque esta casilla para continuar.',
  appeared: 'Sus respuestas hacen aparecer esta pregunta. Revísela también.',
  invalid: {
    text: 'Revise este dato.',
    number: 'Introduzca un número, por ejemplo 42 o 1,5.',
    email: 'Introduzca una dirección de correo, por ejemplo nombre@example.com.',
    phone: 'Introduzca un número de teléfono, por ejemplo +34 91 123 45 67.',
    date: 'Introduzca una fecha que exista.',
    choice: 'Elija una de las opciones.',
    checkbox: 'Marque la casilla o déjela vacía.',
  },
  length: {
    between: 'Use de {min} a {max} caracteres.',
    atLeast: 'Use al menos {min} caracteres.',
    atMost: 'Use {max} caracteres como máximo.',
  },
  range: {
    between: 'Introduzca un valor entre {min} y {max}.',
    atLeast: 'Introduzca {min} o más.',
    atMost: 'Introduzca {max} o menos.',
  },
};
