import type { Catalogue } from './catalogue.ts';

/** Italian. */
export const it: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Benvenuto',
    body: '{organisation} ti invita a configurare il tuo accesso. Ci vuole circa un minuto.',
  },
  starting: 'Un momento…',
  expired: { title: 'Questo link è scaduto', body: 'Chiedine uno nuovo a {organisation}.' },
  busy: {
    title: 'In questo momento ci sono molte richieste',
    body: 'Attenda un momento. La pagina riproverà da sola e nulla di ciò che ha inserito andrà perso.',
  },
  ended: {
    registered: {
      title: 'Passkey creata',
      body: 'La prossima volta accedi con l’impronta, il volto o il blocco schermo. Non devi ricordare nulla.',
    },
    succeeded: { title: 'Tutto fatto', body: 'È tutto salvato. Puoi chiudere questa pagina.' },
    declined: {
      title: 'Non siamo riusciti a completare',
      body: 'Contatta {organisation}: ti diranno come proseguire.',
    },
    review: {
      title: 'Stiamo controllando',
      body: '{organisation} sta verificando i tuoi dati e ti farà sapere. Puoi chiudere questa pagina.',
    },
    'timed-out': {
      title: 'Ci è voluto un po’ troppo',
      body: 'Il tempo per questo passaggio è finito. Non è cambiato nulla. Chiedi un nuovo link a {organisation} quando vuoi.',
    },
    cancelled: {
      title: 'Ancora nessuna passkey',
      body: 'Ti sei fermato prima che una passkey fosse salvata. Non è cambiato nulla.',
    },
    failed: {
      title: 'Al momento non possiamo proseguire',
      body: 'Il problema è nostro, non tuo. Contatta {organisation} indicando il riferimento qui sotto.',
    },
  },
  notices: {
    cancelled: {
      title: 'Ancora nessuna passkey',
      body: 'La richiesta è stata chiusa prima che una passkey fosse salvata. Non è cambiato nulla e puoi riprovare.',
    },
    'timed-out': {
      title: 'Ci è voluto un po’ troppo',
      body: 'Nessuna passkey è stata salvata. Puoi ricominciare quando vuoi.',
    },
    'already-registered': {
      title: 'Hai già una passkey qui',
      body: 'È pronta per l’accesso su questo dispositivo.',
    },
    unsupported: {
      title: 'Questo dispositivo non può ancora salvare una passkey',
      body: 'Attiva un blocco schermo e riprova, oppure usa un telefono o una chiave di sicurezza.',
    },
    blocked: {
      title: 'Le passkey sono disattivate qui',
      body: 'Apri questa pagina in una finestra o scheda separata, poi riprova.',
    },
    'configuration-error': {
      title: 'Non siamo riusciti a chiedere una passkey',
      body: 'Il problema è nostro, non tuo. Contatta {organisation}.',
    },
    rejected: {
      title: 'Non siamo riusciti a salvare questa passkey',
      body: 'Non è cambiato nulla. Riprova; se succede ancora, contatta {organisation}.',
    },
    unverified: {
      title: 'Conferma che sei tu',
      body: 'Questa passkey è stata creata senza impronta, volto, PIN o blocco schermo. Impostane uno, poi riprova.',
    },
    unsuitable: {
      title: 'Questa passkey non si può usare qui',
      body: '{organisation} ne chiede un altro tipo. Prova con un altro dispositivo, un’altra app o un’altra chiave di sicurezza, oppure chiedi quale va bene.',
    },
    unsafe: {
      title: 'Questa passkey non è abbastanza sicura',
      body: 'È nota una debolezza del dispositivo o della chiave che l’ha creata. Chiedi a {organisation} che cosa usare al suo posto.',
    },
    'short-pin': {
      title: 'Il PIN è troppo corto',
      body: 'Imposta un PIN più lungo sulla chiave di sicurezza, poi riprova.',
    },
    'too-many': {
      title: 'Hai già tutte le passkey possibili',
      body: 'Chiedi a {organisation} di rimuoverne una che non usi più, poi riprova.',
    },
    'not-allowed': {
      title: 'Non siamo riusciti a completare',
      body: 'Contatta {organisation}: ti diranno come proseguire.',
    },
  },
  lockThisDevice: 'Attiva un blocco schermo, poi riprova.',
  keepOnThisDevice:
    'Salva la passkey su questo stesso dispositivo, con l’impronta, il volto o il blocco schermo. Se viene rifiutata ancora, chiedi a {organisation}.',
  waiting: {
    title: 'Continua sul tuo dispositivo',
    body: 'Il tuo dispositivo chiede se creare una passkey. Segui i suoi passaggi; questa pagina ti aspetta.',
  },
  saving: 'Salvataggio della passkey…',
  offline: {
    title: 'Sembra che tu non sia in linea',
    body: 'Le tue risposte sono conservate. Proseguiremo appena torna la connessione.',
  },
  failed: {
    title: 'Al momento non possiamo proseguire',
    body: 'Il problema è nostro, non tuo. Le tue risposte sono conservate; riprova tra un momento.',
  },
  unsupported: {
    title: 'Questo browser non può creare passkey',
    body: 'Il tuo link è ora legato a questo browser. Chiedine uno nuovo a {organisation} e aprilo in un browser aggiornato o sul telefono.',
  },
  openElsewhere: 'Apri questo indirizzo in un browser aggiornato o sul telefono.',
  savedIn: 'Salvata in {name}.',
  passkeyFor: 'Una passkey per {name}',
  passkeyHint:
    'Tra poco il dispositivo ti chiederà l’impronta, il volto o il blocco schermo. Questi dati restano sul tuo dispositivo.',
  noScript: 'Per creare una passkey questa pagina ha bisogno di JavaScript. Attivalo e ricarica la pagina.',
  signIn: {
    at: 'Accedi a {name}',
    noScript:
      'Per accedere con una passkey questa pagina ha bisogno di JavaScript. Attivalo e ricarica la pagina.',
    waiting: {
      title: 'Continua sul tuo dispositivo',
      body: 'Il tuo dispositivo ti chiede di accedere. Segui i suoi passaggi; questa pagina ti aspetta.',
    },
    saving: 'Accesso in corso…',
    unsupported: 'Questo browser non può usare passkey',
    notices: {
      cancelled: {
        title: 'Accesso non ancora effettuato',
        body: 'La richiesta è stata chiusa prima dell’accesso. Non è cambiato nulla e puoi riprovare.',
      },
      'timed-out': {
        title: 'Ci è voluto un po’',
        body: 'L’accesso non è avvenuto. Puoi ricominciare quando vuoi.',
      },
      unsupported: {
        title: 'Questo dispositivo non può ancora usare una passkey',
        body: 'Attiva un blocco schermo e riprova, oppure usa il telefono o la chiave di sicurezza che contiene la tua passkey.',
      },
      rejected: {
        title: 'Non siamo riusciti a farti accedere',
        body: 'Non è cambiato nulla. Riprova; se succede ancora, contatta {organisation}.',
      },
      unverified: {
        title: 'Conferma che sei tu',
        body: 'Accedi con una passkey che chiede la tua impronta, il volto, il PIN o il blocco schermo.',
      },
      unsuitable: {
        title: 'Questa passkey non può essere usata qui',
        body: 'Prova un’altra passkey o un altro dispositivo. Se non ne hai, contatta {organisation}.',
      },
      unsafe: {
        title: 'Questa passkey non è abbastanza sicura',
        body: 'Potrebbe essere stata copiata. Accedi con un’altra passkey e avvisa {organisation}.',
      },
    },
  },
  confirm: {
    title: 'Crea la tua passkey',
    body: 'La prossima volta accedi con l’impronta, il volto o il blocco dello schermo.',
  },
  account: 'Account',
  pageOf: 'Pagina di {organisation}',
  errors: 'Controlla queste risposte',
  optional: 'facoltativo',
  choose: 'Scegli',
  reference: 'Riferimento',
  timeLeft: 'Tempo rimasto',
  secondsLeft: 'Restano {n} secondi per questo passaggio.',
  moreTimeGiven: 'Ora c’è più tempo.',
  goesOn: 'Questa pagina prosegue da sola.',
  buttons: {
    start: 'Inizia',
    submitForRegistration: 'Invia per la registrazione',
    signIn: 'Accedi con passkey',
    createPasskey: 'Crea passkey',
    continue: 'Continua',
    cancel: 'Annulla',
    tryAgain: 'Riprova',
    notNow: 'Non ora',
    anotherDevice: 'Altro dispositivo o chiave di sicurezza',
    moreTime: 'Ho bisogno di più tempo',
    pause: 'Metti in pausa',
    copyLink: 'Copia il link',
    copied: 'Copiato',
    goBack: 'Indietro',
    close: 'Chiudi',
  },
};
