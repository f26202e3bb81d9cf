import type { Catalogue } from './catalogue.ts';

/** Dutch. */
export const nl: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Welkom',
    body: '{organisation} nodigt u uit om in te stellen hoe u inlogt. Dat duurt ongeveer een minuut.',
  },
  starting: 'Een ogenblik…',
  expired: { title: 'Deze link is verlopen', body: 'Vraag {organisation} om een nieuwe.' },
  busy: {
    title: 'Het is nu even druk',
    body: 'Wacht een ogenblik. De pagina probeert het vanzelf opnieuw en er gaat niets verloren van wat u hebt ingevuld.',
  },
  ended: {
    registered: {
      title: 'Passkey gemaakt',
      body: 'Log de volgende keer in met uw vingerafdruk, gezicht of schermvergrendeling. U hoeft niets te onthouden.',
    },
    succeeded: { title: 'Helemaal klaar', body: 'Alles is opgeslagen. U kunt deze pagina sluiten.' },
    declined: {
      title: 'We konden dit niet afronden',
      body: 'Neem contact op met {organisation}. Daar hoort u hoe het verdergaat.',
    },
    review: {
      title: 'We kijken ernaar',
      body: '{organisation} controleert uw gegevens en neemt contact met u op. U kunt deze pagina sluiten.',
    },
    'timed-out': {
      title: 'Dit duurde wat lang',
      body: 'De tijd voor deze stap is voorbij. Er is niets veranderd. Vraag {organisation} om een nieuwe link wanneer u zover bent.',
    },
    cancelled: {
      title: 'Nog geen passkey',
      body: 'U bent gestopt voordat er een passkey was opgeslagen. Er is niets veranderd.',
    },
    failed: {
      title: 'We kunnen nu niet verder',
      body: 'Dit ligt aan ons, niet aan u. Neem contact op met {organisation} en noem de referentie hieronder.',
    },
  },
  notices: {
    cancelled: {
      title: 'Nog geen passkey',
      body: 'Het verzoek is gesloten voordat er een passkey was opgeslagen. Er is niets veranderd en u kunt het opnieuw proberen.',
    },
    'timed-out': {
      title: 'Dit duurde wat lang',
      body: 'Er is geen passkey opgeslagen. U kunt opnieuw beginnen wanneer u wilt.',
    },
    'already-registered': {
      title: 'U hebt hier al een passkey',
      body: 'Hij staat klaar om op dit apparaat in te loggen.',
    },
    unsupported: {
      title: 'Dit apparaat kan nog geen passkey opslaan',
      body: 'Zet een schermvergrendeling aan en probeer het opnieuw, of gebruik een telefoon of een beveiligingssleutel.',
    },
    blocked: {
      title: 'Passkeys zijn hier uitgeschakeld',
      body: 'Open deze pagina in een eigen venster of tabblad en probeer het opnieuw.',
    },
    'configuration-error': {
      title: 'We konden niet om een passkey vragen',
      body: 'Dit ligt aan ons, niet aan u. Neem contact op met {organisation}.',
    },
    rejected: {
      title: 'We konden deze passkey niet opslaan',
      body: 'Er is niets veranderd. Probeer het opnieuw; gebeurt het nog eens, neem dan contact op met {organisation}.',
    },
    unverified: {
      title: 'Bevestig dat u het bent',
      body: 'Deze passkey is gemaakt zonder vingerafdruk, gezicht, pincode of schermvergrendeling. Stel een daarvan in en probeer het opnieuw.',
    },
    unsuitable: {
      title: 'Deze passkey is hier niet te gebruiken',
      body: '{organisation} vraagt om een andere soort. Probeer een ander apparaat, een andere app of een andere beveiligingssleutel, of vraag daar welke past.',
    },
    unsafe: {
      title: 'Deze passkey is niet veilig genoeg',
      body: 'Er is een zwakke plek bekend in het apparaat of de sleutel waarmee hij is gemaakt. Vraag {organisation} wat u in plaats daarvan kunt gebruiken.',
    },
    'short-pin': {
      title: 'De pincode is te kort',
      body: 'Stel een langere pincode in op uw beveiligingssleutel en probeer het opnieuw.',
    },
    'too-many': {
      title: 'U hebt het grootste aantal passkeys',
      body: 'Vraag {organisation} er een te verwijderen die u niet meer gebruikt, en probeer het opnieuw.',
    },
    'not-allowed': {
      title: 'We konden dit niet afronden',
      body: 'Neem contact op met {organisation}. Daar hoort u hoe het verdergaat.',
    },
  },
  lockThisDevice: 'Zet een schermvergrendeling aan en probeer het opnieuw.',
  keepOnThisDevice:
    'Sla de passkey op dit apparaat zelf op, met vingerafdruk, gezicht of schermvergrendeling. Wordt hij weer geweigerd, vraag het dan aan {organisation}.',
  waiting: {
    title: 'Ga verder op uw apparaat',
    body: 'Uw apparaat vraagt of het een passkey mag maken. Volg de stappen; deze pagina wacht op u.',
  },
  saving: 'Uw passkey wordt opgeslagen…',
  offline: {
    title: 'U lijkt offline te zijn',
    body: 'Uw antwoorden zijn bewaard. We gaan vanzelf verder zodra er weer verbinding is.',
  },
  failed: {
    title: 'We kunnen nu niet verder',
    body: 'Dit ligt aan ons, niet aan u. Uw antwoorden zijn bewaard; probeer het zo meteen opnieuw.',
  },
  unsupported: {
    title: 'Deze browser kan geen passkeys maken',
    body: 'Uw link is nu aan deze browser gebonden. Vraag {organisation} om een nieuwe en open die in een actuele browser of op uw telefoon.',
  },
  openElsewhere: 'Open dit adres in een actuele browser of op uw telefoon.',
  savedIn: 'Opgeslagen in {name}.',
  passkeyFor: 'Een passkey voor {name}',
  passkeyHint:
    'Zo meteen vraagt uw apparaat om uw vingerafdruk, gezicht of schermvergrendeling. Die gegevens blijven op uw apparaat.',
  noScript:
    'Om een passkey te maken heeft deze pagina JavaScript nodig. Zet het aan en laad de pagina opnieuw.',
  signIn: {
    at: 'Inloggen bij {name}',
    noScript:
      'Om met een passkey in te loggen heeft deze pagina JavaScript nodig. Zet het aan en laad de pagina opnieuw.',
    waiting: {
      title: 'Ga verder op uw apparaat',
      body: 'Uw apparaat vraagt u om in te loggen. Volg de stappen; deze pagina wacht op u.',
    },
    saving: 'U wordt ingelogd…',
    unsupported: 'Deze browser kan geen passkeys gebruiken',
    notices: {
      cancelled: {
        title: 'Nog niet ingelogd',
        body: 'Het verzoek is gesloten voordat u was ingelogd. Er is niets veranderd en u kunt het opnieuw proberen.',
      },
      'timed-out': {
        title: 'Dit duurde wat lang',
        body: 'U bent niet ingelogd. U kunt opnieuw beginnen wanneer u wilt.',
      },
      unsupported: {
        title: 'Dit apparaat kan nog geen passkey gebruiken',
        body: 'Zet een schermvergrendeling aan en probeer het opnieuw, of gebruik de telefoon of beveiligingssleutel met uw passkey.',
      },
      rejected: {
        title: 'We konden u niet inloggen',
        body: 'Er is niets veranderd. Probeer het opnieuw; gebeurt het nog eens, neem dan contact op met {organisation}.',
      },
      unverified: {
        title: 'Bevestig dat u het bent',
        body: 'Log in met een passkey die om uw vingerafdruk, gezicht, pincode of schermvergrendeling vraagt.',
      },
      unsuitable: {
        title: 'Deze passkey kan hier niet worden gebruikt',
        body: 'Probeer een andere passkey of een ander apparaat. Hebt u er geen, neem dan contact op met {organisation}.',
      },
      unsafe: {
        title: 'Deze passkey is niet veilig genoeg',
        body: 'Hij is mogelijk gekopieerd. Log in met een andere passkey en laat het {organisation} weten.',
      },
    },
  },
  confirm: {
    title: 'Uw passkey maken',
    body: 'Log de volgende keer in met uw vingerafdruk, gezicht of schermvergrendeling.',
  },
  account: 'Account',
  pageOf: 'Pagina van {organisation}',
  errors: 'Controleer deze antwoorden',
  optional: 'optioneel',
  choose: 'Maak een keuze',
  reference: 'Referentie',
  timeLeft: 'Resterende tijd',
  secondsLeft: 'Nog {n} seconden voor deze stap.',
  moreTimeGiven: 'U hebt nu meer tijd.',
  goesOn: 'Deze pagina gaat vanzelf verder.',
  buttons: {
    start: 'Beginnen',
    submitForRegistration: 'Verzenden voor registratie',
    signIn: 'Inloggen met passkey',
    createPasskey: 'Passkey maken',
    continue: 'Verder',
    cancel: 'Annuleren',
    tryAgain: 'Opnieuw proberen',
    notNow: 'Nu niet',
    anotherDevice: 'Ander apparaat of beveiligingssleutel',
    moreTime: 'Ik heb meer tijd nodig',
    pause: 'Pauzeren',
    copyLink: 'Link kopiëren',
    copied: 'Gekopieerd',
    goBack: 'Terug',
    close: 'Sluiten',
  },
};
