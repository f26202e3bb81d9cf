import type { Catalogue } from './catalogue.ts';

/** Portuguese. */
export const pt: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Boas-vindas',
    body: '{organisation} convida você a configurar o seu acesso. Leva cerca de um minuto.',
  },
  starting: 'Um momento…',
  expired: { title: 'Este link expirou', body: 'Peça um novo a {organisation}.' },
  busy: {
    title: 'Há muitos pedidos neste momento',
    body: 'Aguarde um instante. A página tenta novamente por si mesma, e nada do que você digitou se perde.',
  },
  ended: {
    registered: {
      title: 'Chave de acesso criada',
      body: 'Da próxima vez, entre com a impressão digital, o rosto ou o bloqueio de tela. Não há nada para memorizar.',
    },
    succeeded: { title: 'Tudo pronto', body: 'Tudo foi salvo. Você pode fechar esta página.' },
    declined: {
      title: 'Não foi possível concluir',
      body: 'Entre em contato com {organisation} para saber como continuar.',
    },
    review: {
      title: 'Estamos verificando',
      body: '{organisation} está conferindo os seus dados e entrará em contato. Você pode fechar esta página.',
    },
    'timed-out': {
      title: 'Isso demorou um pouco',
      body: 'O tempo desta etapa terminou. Nada mudou. Peça um novo link a {organisation} quando quiser.',
    },
    cancelled: {
      title: 'Ainda sem chave de acesso',
      body: 'Você parou antes de uma chave de acesso ser salva. Nada mudou.',
    },
    failed: {
      title: 'Não é possível continuar agora',
      body: 'O problema é nosso, não seu. Entre em contato com {organisation} e informe a referência abaixo.',
    },
  },
  notices: {
    cancelled: {
      title: 'Ainda sem chave de acesso',
      body: 'O pedido foi fechado antes de uma chave de acesso ser salva. Nada mudou e você pode tentar de novo.',
    },
    'timed-out': {
      title: 'Isso demorou um pouco',
      body: 'Nenhuma chave de acesso foi salva. Você pode recomeçar quando quiser.',
    },
    'already-registered': {
      title: 'Você já tem uma chave de acesso aqui',
      body: 'Ela está pronta para entrar neste dispositivo.',
    },
    unsupported: {
      title: 'Este dispositivo ainda não pode salvar uma chave de acesso',
      body: 'Ative um bloqueio de tela e tente de novo, ou use um telefone ou uma chave de segurança.',
    },
    blocked: {
      title: 'As chaves de acesso estão desativadas aqui',
      body: 'Abra esta página em uma janela ou aba própria e tente de novo.',
    },
    'configuration-error': {
      title: 'Não foi possível pedir uma chave de acesso',
      body: 'O problema é nosso, não seu. Entre em contato com {organisation}.',
    },
    rejected: {
      title: 'Não foi possível salvar esta chave de acesso',
      body: 'Nada mudou. Tente de novo; se acontecer outra vez, entre em contato com {organisation}.',
    },
    unverified: {
      title: 'Confirme que é você',
      body: 'Esta chave de acesso foi criada sem impressão digital, rosto, PIN ou bloqueio de tela. Configure um deles e tente de novo.',
    },
    unsuitable: {
      title: 'Esta chave de acesso não pode ser usada aqui',
      body: '{organisation} pede outro tipo. Tente outro dispositivo, outro aplicativo ou outra chave de segurança, ou pergunte qual serve.',
    },
    unsafe: {
      title: 'Esta chave de acesso não é segura o bastante',
      body: 'Há uma fraqueza conhecida no dispositivo ou na chave que a criou. Pergunte a {organisation} o que usar no lugar.',
    },
    'short-pin': {
      title: 'O PIN é curto demais',
      body: 'Defina um PIN mais longo na sua chave de segurança e tente de novo.',
    },
    'too-many': {
      title: 'Você já tem todas as chaves de acesso possíveis',
      body: 'Peça a {organisation} que remova uma que você não usa mais e tente de novo.',
    },
    'not-allowed': {
      title: 'Não foi possível concluir',
      body: 'Entre em contato com {organisation} para saber como continuar.',
    },
  },
  lockThisDevice: 'Ative um bloqueio de tela e tente de novo.',
  keepOnThisDevice:
    'Salve a chave de acesso neste próprio dispositivo, com impressão digital, rosto ou bloqueio de tela. Se ela for recusada de novo, pergunte a {organisation}.',
  waiting: {
    title: 'Continue no seu dispositivo',
    body: 'O seu dispositivo pergunta se deve criar uma chave de acesso. Siga os passos; esta página espera por você.',
  },
  saving: 'Salvando a sua chave de acesso…',
  offline: {
    title: 'Parece que você está sem conexão',
    body: 'As suas respostas estão guardadas. Continuaremos assim que a conexão voltar.',
  },
  failed: {
    title: 'Não é possível continuar agora',
    body: 'O problema é nosso, não seu. As suas respostas estão guardadas; tente de novo em um momento.',
  },
  unsupported: {
    title: 'Este navegador não pode criar chaves de acesso',
    body: 'O seu link está agora ligado a este navegador. Peça um novo a {organisation} e abra-o em um navegador atualizado ou no seu telefone.',
  },
  openElsewhere: 'Abra este endereço em um navegador atualizado ou no seu telefone.',
  savedIn: 'Salva em {name}.',
  passkeyFor: 'Uma chave de acesso para {name}',
  passkeyHint:
    'A seguir, o seu dispositivo pede a impressão digital, o rosto ou o bloqueio de tela. Esses dados ficam no seu dispositivo.',
  noScript:
    'Para criar uma chave de acesso, esta página precisa de JavaScript. Ative-o e recarregue a página.',
  signIn: {
    at: 'Entrar em {name}',
    noScript:
      'Para entrar com uma chave de acesso, esta página precisa de JavaScript. Ative-o e carregue a página de novo.',
    waiting: {
      title: 'Continue no seu dispositivo',
      body: 'O seu dispositivo pede que você entre. Siga os passos; esta página espera por você.',
    },
    saving: 'Entrando…',
    unsupported: 'Este navegador não pode usar chaves de acesso',
    notices: {
      cancelled: {
        title: 'Você ainda não entrou',
        body: 'O pedido foi fechado antes de você entrar. Nada mudou e você pode tentar de novo.',
      },
      'timed-out': {
        title: 'Isto demorou um pouco',
        body: 'Você não entrou. Pode recomeçar quando quiser.',
      },
      unsupported: {
        title: 'Este dispositivo ainda não pode usar uma chave de acesso',
        body: 'Ative um bloqueio de tela e tente de novo, ou use o telefone ou a chave de segurança que guarda a sua chave de acesso.',
      },
      rejected: {
        title: 'Não foi possível entrar',
        body: 'Nada mudou. Tente de novo; se acontecer outra vez, entre em contato com {organisation}.',
      },
      unverified: {
        title: 'Confirme que é você',
        body: 'Entre com uma chave de acesso que peça impressão digital, rosto, PIN ou bloqueio de tela.',
      },
      unsuitable: {
        title: 'Esta chave de acesso não pode ser usada aqui',
        body: 'Tente outra chave de acesso ou outro dispositivo. Se não tiver nenhuma, entre em contato com {organisation}.',
      },
      unsafe: {
        title: 'Esta chave de acesso não é segura o bastante',
        body: 'Ela pode ter sido copiada. Entre com outra chave de acesso e avise {organisation}.',
      },
    },
  },
  confirm: {
    title: 'Criar a sua chave de acesso',
    body: 'Da próxima vez, entre com a impressão digital, o rosto ou o bloqueio de ecrã.',
  },
  account: 'Conta',
  pageOf: 'Página de {organisation}',
  errors: 'Verifique estas respostas',
  optional: 'opcional',
  choose: 'Escolha uma opção',
  reference: 'Referência',
  timeLeft: 'Tempo restante',
  secondsLeft: 'Restam {n} segundos para esta etapa.',
  moreTimeGiven: 'Agora tem mais tempo.',
  goesOn: 'Esta página continua sozinha.',
  buttons: {
    start: 'Começar',
    submitForRegistration: 'Enviar para registro',
    signIn: 'Entrar com chave de acesso',
    createPasskey: 'Criar chave de acesso',
    continue: 'Continuar',
    cancel: 'Cancelar',
    tryAgain: 'Tentar de novo',
    notNow: 'Agora não',
    anotherDevice: 'Outro dispositivo ou chave de segurança',
    moreTime: 'Preciso de mais tempo',
    pause: 'Pausar',
    copyLink: 'Copiar link',
    copied: 'Copiado',
    goBack: 'Voltar',
    close: 'Fechar',
  },
};
