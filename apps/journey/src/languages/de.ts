import type { Catalogue } from './catalogue.ts';

/** German. */
export const de: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Willkommen',
    body: '{organisation} lädt Sie ein, Ihre Anmeldung einzurichten. Das dauert etwa eine Minute.',
  },
  starting: 'Einen Moment …',
  expired: { title: 'Dieser Link ist abgelaufen', body: 'Bitten Sie {organisation} um einen neuen.' },
  busy: {
    title: 'Gerade ist viel los',
    body: 'Bitte warten Sie einen Moment. Die Seite versucht es von selbst noch einmal, und Ihre Angaben gehen nicht verloren.',
  },
  ended: {
    registered: {
      title: 'Passkey erstellt',
      body: 'Melden Sie sich beim nächsten Mal mit Fingerabdruck, Gesicht oder Bildschirmsperre an. Sie müssen sich nichts merken.',
    },
    succeeded: { title: 'Alles erledigt', body: 'Alles ist gespeichert. Sie können diese Seite schließen.' },
    declined: {
      title: 'Das konnten wir nicht abschließen',
      body: 'Bitte wenden Sie sich an {organisation}. Dort erfahren Sie, wie es weitergeht.',
    },
    review: {
      title: 'Wir sehen uns das an',
      body: '{organisation} prüft Ihre Angaben und meldet sich bei Ihnen. Sie können diese Seite schließen.',
    },
    'timed-out': {
      title: 'Das hat etwas lange gedauert',
      body: 'Die Zeit für diesen Schritt ist vorbei. Es hat sich nichts geändert. Bitten Sie {organisation} um einen neuen Link, wenn Sie so weit sind.',
    },
    cancelled: {
      title: 'Noch kein Passkey',
      body: 'Sie haben aufgehört, bevor ein Passkey gespeichert war. Es hat sich nichts geändert.',
    },
    failed: {
      title: 'Im Moment geht es nicht weiter',
      body: 'Das liegt an uns, nicht an Ihnen. Bitte wenden Sie sich an {organisation} und nennen Sie die folgende Referenz.',
    },
  },
  notices: {
    cancelled: {
      title: 'Noch kein Passkey',
      body: 'Die Anfrage wurde geschlossen, bevor ein Passkey gespeichert war. Es hat sich nichts geändert, Sie können es noch einmal versuchen.',
    },
    'timed-out': {
      title: 'Das hat etwas lange gedauert',
      body: 'Es wurde kein Passkey gespeichert. Sie können jederzeit neu beginnen.',
    },
    'already-registered': {
      title: 'Sie haben hier schon einen Passkey',
      body: 'Er ist auf diesem Gerät zum Anmelden bereit.',
    },
    unsupported: {
      title: 'Dieses Gerät kann noch keinen Passkey speichern',
      body: 'Schalten Sie eine Bildschirmsperre ein und versuchen Sie es noch einmal, oder verwenden Sie ein Smartphone oder einen Sicherheitsschlüssel.',
    },
    blocked: {
      title: 'Passkeys sind hier abgeschaltet',
      body: 'Öffnen Sie diese Seite in einem eigenen Fenster oder Tab und versuchen Sie es dann noch einmal.',
    },
    'configuration-error': {
      title: 'Wir konnten nicht um einen Passkey bitten',
      body: 'Das liegt an uns, nicht an Ihnen. Bitte wenden Sie sich an {organisation}.',
    },
    rejected: {
      title: 'Wir konnten diesen Passkey nicht speichern',
      body: 'Es hat sich nichts geändert. Versuchen Sie es noch einmal; wenn es wieder geschieht, wenden Sie sich an {organisation}.',
    },
    unverified: {
      title: 'Bitte bestätigen Sie, dass Sie es sind',
      body: 'Dieser Passkey entstand ohne Fingerabdruck, Gesicht, PIN oder Bildschirmsperre. Richten Sie eines davon ein und versuchen Sie es dann noch einmal.',
    },
    unsuitable: {
      title: 'Dieser Passkey ist hier nicht verwendbar',
      body: '{organisation} verlangt eine andere Art. Versuchen Sie es mit einem anderen Gerät, einer anderen App oder einem anderen Sicherheitsschlüssel, oder fragen Sie dort nach, was passt.',
    },
    unsafe: {
      title: 'Dieser Passkey ist nicht sicher genug',
      body: 'Für das Gerät oder den Schlüssel, mit dem er erstellt wurde, ist eine Schwachstelle bekannt. Fragen Sie {organisation}, was Sie stattdessen verwenden können.',
    },
    'short-pin': {
      title: 'Die PIN ist zu kurz',
      body: 'Legen Sie auf Ihrem Sicherheitsschlüssel eine längere PIN fest und versuchen Sie es dann noch einmal.',
    },
    'too-many': {
      title: 'Mehr Passkeys sind nicht möglich',
      body: 'Bitten Sie {organisation}, einen zu entfernen, den Sie nicht mehr verwenden, und versuchen Sie es dann noch einmal.',
    },
    'not-allowed': {
      title: 'Das konnten wir nicht abschließen',
      body: 'Bitte wenden Sie sich an {organisation}. Dort erfahren Sie, wie es weitergeht.',
    },
  },
  lockThisDevice: 'Schalten Sie eine Bildschirmsperre ein und versuchen Sie es dann noch einmal.',
  keepOnThisDevice:
    'Speichern Sie den Passkey auf diesem Gerät selbst, mit Fingerabdruck, Gesicht oder Bildschirmsperre. Wird er wieder abgelehnt, fragen Sie {organisation}.',
  waiting: {
    title: 'Weiter auf Ihrem Gerät',
    body: 'Ihr Gerät fragt, ob es einen Passkey erstellen soll. Folgen Sie seinen Schritten; diese Seite wartet auf Sie.',
  },
  saving: 'Ihr Passkey wird gespeichert …',
  offline: {
    title: 'Sie sind anscheinend offline',
    body: 'Ihre Angaben bleiben erhalten. Sobald die Verbindung wieder da ist, geht es von selbst weiter.',
  },
  failed: {
    title: 'Im Moment geht es nicht weiter',
    body: 'Das liegt an uns, nicht an Ihnen. Ihre Angaben bleiben erhalten; bitte versuchen Sie es gleich noch einmal.',
  },
  unsupported: {
    title: 'Dieser Browser kann keine Passkeys erstellen',
    body: 'Ihr Link ist jetzt an diesen Browser gebunden. Bitten Sie {organisation} um einen neuen und öffnen Sie ihn in einem aktuellen Browser oder auf Ihrem Smartphone.',
  },
  openElsewhere: 'Öffnen Sie diese Adresse in einem aktuellen Browser oder auf Ihrem Smartphone.',
  savedIn: 'Gespeichert in {name}.',
  passkeyFor: 'Ein Passkey für {name}',
  passkeyHint:
    'Gleich fragt Ihr Gerät nach Fingerabdruck, Gesicht oder Bildschirmsperre. Diese Daten bleiben auf Ihrem Gerät.',
  noScript:
    'Um einen Passkey zu erstellen, braucht diese Seite JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu.',
  signIn: {
    at: 'Anmelden bei {name}',
    noScript:
      'Um sich mit einem Passkey anzumelden, braucht diese Seite JavaScript. Schalten Sie es ein und laden Sie die Seite neu.',
    waiting: {
      title: 'Weiter auf Ihrem Gerät',
      body: 'Ihr Gerät bittet Sie, sich anzumelden. Folgen Sie seinen Schritten; diese Seite wartet auf Sie.',
    },
    saving: 'Sie werden angemeldet …',
    unsupported: 'Dieser Browser kann keine Passkeys verwenden',
    notices: {
      cancelled: {
        title: 'Noch nicht angemeldet',
        body: 'Die Anfrage wurde geschlossen, bevor Sie angemeldet waren. Es hat sich nichts geändert, Sie können es noch einmal versuchen.',
      },
      'timed-out': {
        title: 'Das hat etwas lange gedauert',
        body: 'Sie sind nicht angemeldet. Sie können jederzeit neu beginnen.',
      },
      unsupported: {
        title: 'Dieses Gerät kann noch keinen Passkey verwenden',
        body: 'Schalten Sie eine Bildschirmsperre ein und versuchen Sie es noch einmal, oder verwenden Sie das Smartphone oder den Sicherheitsschlüssel mit Ihrem Passkey.',
      },
      rejected: {
        title: 'Wir konnten Sie nicht anmelden',
        body: 'Es hat sich nichts geändert. Versuchen Sie es noch einmal; wenn es wieder geschieht, wenden Sie sich an {organisation}.',
      },
      unverified: {
        title: 'Bitte bestätigen Sie, dass Sie es sind',
        body: 'Melden Sie sich mit einem Passkey an, der nach Fingerabdruck, Gesicht, PIN oder Bildschirmsperre fragt.',
      },
      unsuitable: {
        title: 'Dieser Passkey kann hier nicht verwendet werden',
        body: 'Versuchen Sie einen anderen Passkey oder ein anderes Gerät. Wenn Sie keinen haben, wenden Sie sich an {organisation}.',
      },
      unsafe: {
        title: 'Dieser Passkey ist nicht sicher genug',
        body: 'Er könnte kopiert worden sein. Melden Sie sich mit einem anderen Passkey an und sagen Sie {organisation} Bescheid.',
      },
    },
  },
  confirm: {
    title: 'Passkey erstellen',
    body: 'Melden Sie sich künftig mit Fingerabdruck, Gesicht oder Bildschirmsperre an.',
  },
  account: 'Konto',
  pageOf: 'Seite von {organisation}',
  errors: 'Bitte prüfen Sie diese Angaben',
  optional: 'freiwillig',
  choose: 'Bitte wählen',
  reference: 'Referenz',
  timeLeft: 'Verbleibende Zeit',
  secondsLeft: 'Noch {n} Sekunden für diesen Schritt.',
  moreTimeGiven: 'Sie haben jetzt mehr Zeit.',
  goesOn: 'Diese Seite geht von selbst weiter.',
  buttons: {
    start: 'Los geht’s',
    submitForRegistration: 'Zur Registrierung absenden',
    signIn: 'Mit Passkey anmelden',
    createPasskey: 'Passkey erstellen',
    continue: 'Weiter',
    cancel: 'Abbrechen',
    tryAgain: 'Noch einmal versuchen',
    notNow: 'Jetzt nicht',
    anotherDevice: 'Anderes Gerät oder Sicherheitsschlüssel',
    moreTime: 'Ich brauche mehr Zeit',
    pause: 'Anhalten',
    copyLink: 'Link kopieren',
    copied: 'Kopiert',
    goBack: 'Zurück',
    close: 'Schließen',
  },
};
