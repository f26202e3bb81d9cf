import type { Messages } from './messages.ts';

/** Portuguese. */
export const pt: Messages = {
  missing: 'Preencha este campo.',
  missingChoice: 'Escolha uma opção.',
  missingTick: 'Marque esta caixa para continuar.',
  appeared: 'As suas respostas fazem surgir esta pergunta. Veja-a também.',
  invalid: {
    text: 'Verifique esta resposta.',
    number: 'Informe um número, por exemplo 42 ou 1,5.',
    email: 'Informe um endereço de e-mail, por exemplo nome@example.com.',
    phone: 'Informe um número de telefone, por exemplo +351 21 123 4567.',
    date: 'Informe uma data que exista.',
    choice: 'Escolha uma das opções.',
    checkbox: 'Marque a caixa ou deixe-a vazia.',
  },
  length: {
    between: 'Use de {min} a {max} caracteres.',
    atLeast: 'Use pelo menos {min} caracteres.',
    atMost: 'Use no máximo {max} caracteres.',
  },
  range: {
    between: 'Fique entre {min} e {max}.',
    atLeast: 'Informe {min} ou mais.',
    atMost: 'Informe {max} ou menos.',
  },
};
