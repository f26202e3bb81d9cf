import type { Catalogue } from './catalogue.ts';

/** French. */
export const fr: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Bienvenue',
    body: '{organisation} vous invite à configurer votre connexion. Cela prend environ une minute.',
  },
  starting: 'Un instant…',
  expired: { title: 'Ce lien a expiré', body: 'Demandez-en un nouveau à {organisation}.' },
  busy: {
    title: 'Il y a beaucoup de demandes',
    body: 'Veuillez patienter un instant. La page réessaiera d’elle-même, et rien de ce que vous avez saisi ne sera perdu.',
  },
  ended: {
    registered: {
      title: 'Clé d’accès créée',
      body: 'La prochaine fois, connectez-vous avec votre empreinte, votre visage ou le verrouillage de l’écran. Vous n’avez rien à retenir.',
    },
    succeeded: { title: 'C’est terminé', body: 'Tout est enregistré. Vous pouvez fermer cette page.' },
    declined: {
      title: 'Nous n’avons pas pu terminer',
      body: 'Veuillez contacter {organisation}, qui vous indiquera la suite.',
    },
    review: {
      title: 'Nous vérifions',
      body: '{organisation} vérifie vos informations et reviendra vers vous. Vous pouvez fermer cette page.',
    },
    'timed-out': {
      title: 'Cela a pris un peu de temps',
      body: 'Le temps prévu pour cette étape est écoulé. Rien n’a changé. Demandez un nouveau lien à {organisation} quand vous voudrez.',
    },
    cancelled: {
      title: 'Pas encore de clé d’accès',
      body: 'Vous avez arrêté avant qu’une clé d’accès soit enregistrée. Rien n’a changé.',
    },
    failed: {
      title: 'Impossible de continuer pour le moment',
      body: 'Le problème vient de nous, pas de vous. Veuillez contacter {organisation} en indiquant la référence ci-dessous.',
    },
  },
  notices: {
    cancelled: {
      title: 'Pas encore de clé d’accès',
      body: 'La demande a été fermée avant qu’une clé d’accès soit enregistrée. Rien n’a changé et vous pouvez réessayer.',
    },
    'timed-out': {
      title: 'Cela a pris un peu de temps',
      body: 'Aucune clé d’accès n’a été enregistrée. Vous pouvez recommencer quand vous voudrez.',
    },
    'already-registered': {
      title: 'Vous avez déjà une clé d’accès ici',
      body: 'Elle est prête pour la connexion sur cet appareil.',
    },
    unsupported: {
      title: 'Cet appareil ne peut pas encore enregistrer de clé d’accès',
      body: 'Activez le verrouillage de l’écran et réessayez, ou utilisez un téléphone ou une clé de sécurité.',
    },
    blocked: {
      title: 'Les clés d’accès sont désactivées ici',
      body: 'Ouvrez cette page dans sa propre fenêtre ou son propre onglet, puis réessayez.',
    },
    'configuration-error': {
      title: 'Nous n’avons pas pu demander de clé d’accès',
      body: 'Le problème vient de nous, pas de vous. Veuillez contacter {organisation}.',
    },
    rejected: {
      title: 'Nous n’avons pas pu enregistrer cette clé d’accès',
      body: 'Rien n’a changé. Réessayez ; si cela se reproduit, contactez {organisation}.',
    },
    unverified: {
      title: 'Veuillez confirmer que c’est bien vous',
      body: 'Cette clé d’accès a été créée sans empreinte, visage, code ni verrouillage de l’écran. Configurez l’un d’eux, puis réessayez.',
    },
    unsuitable: {
      title: 'Cette clé d’accès ne peut pas être utilisée ici',
      body: '{organisation} en demande une d’un autre type. Essayez un autre appareil, une autre application ou une autre clé de sécurité, ou demandez laquelle convient.',
    },
    unsafe: {
      title: 'Cette clé d’accès n’est pas assez sûre',
      body: 'Une faiblesse est connue dans l’appareil ou la clé qui l’a créée. Demandez à {organisation} quoi utiliser à la place.',
    },
    'short-pin': {
      title: 'Le code PIN est trop court',
      body: 'Définissez un code PIN plus long sur votre clé de sécurité, puis réessayez.',
    },
    'too-many': {
      title: 'Vous avez déjà toutes vos clés d’accès',
      body: 'Demandez à {organisation} d’en supprimer une que vous n’utilisez plus, puis réessayez.',
    },
    'not-allowed': {
      title: 'Nous n’avons pas pu terminer',
      body: 'Veuillez contacter {organisation}, qui vous indiquera la suite.',
    },
  },
  lockThisDevice: 'Activez le verrouillage de l’écran, puis réessayez.',
  keepOnThisDevice:
    'Enregistrez la clé d’accès sur cet appareil même, avec l’empreinte, le visage ou le verrouillage de l’écran. Si elle est encore refusée, demandez à {organisation}.',
  waiting: {
    title: 'Continuez sur votre appareil',
    body: 'Votre appareil demande s’il doit créer une clé d’accès. Suivez ses étapes ; cette page vous attend.',
  },
  saving: 'Enregistrement de votre clé d’accès…',
  offline: {
    title: 'Vous semblez hors ligne',
    body: 'Vos réponses sont conservées. Nous continuerons dès que la connexion sera revenue.',
  },
  failed: {
    title: 'Impossible de continuer pour le moment',
    body: 'Le problème vient de nous, pas de vous. Vos réponses sont conservées ; réessayez dans un instant.',
  },
  unsupported: {
    title: 'Ce navigateur ne peut pas créer de clés d’accès',
    body: 'Votre lien est désormais lié à ce navigateur. Demandez-en un nouveau à {organisation} et ouvrez-le dans un navigateur à jour ou sur votre téléphone.',
  },
  openElsewhere: 'Ouvrez cette adresse dans un navigateur à jour ou sur votre téléphone.',
  savedIn: 'Enregistrée dans {name}.',
  passkeyFor: 'Une clé d’accès pour {name}',
  passkeyHint:
    'Votre appareil va vous demander votre empreinte, votre visage ou le verrouillage de l’écran. Ces données restent sur votre appareil.',
  noScript: 'Pour créer une clé d’accès, cette page a besoin de JavaScript. Activez-le et rechargez la page.',
  signIn: {
    at: 'Se connecter à {name}',
    noScript:
      'Pour vous connecter avec une clé d’accès, cette page a besoin de JavaScript. Activez-le et rechargez la page.',
    waiting: {
      title: 'Continuez sur votre appareil',
      body: 'Votre appareil vous demande de vous connecter. Suivez ses étapes ; cette page vous attend.',
    },
    saving: 'Connexion en cours…',
    unsupported: 'Ce navigateur ne peut pas utiliser de clés d’accès',
    notices: {
      cancelled: {
        title: 'Pas encore connecté',
        body: 'La demande a été fermée avant la connexion. Rien n’a changé et vous pouvez réessayer.',
      },
      'timed-out': {
        title: 'Cela a pris un peu de temps',
        body: 'Vous n’êtes pas connecté. Vous pouvez recommencer quand vous voulez.',
      },
      unsupported: {
        title: 'Cet appareil ne peut pas encore utiliser de clé d’accès',
        body: 'Activez le verrouillage de l’écran et réessayez, ou utilisez le téléphone ou la clé de sécurité qui contient votre clé d’accès.',
      },
      rejected: {
        title: 'Nous n’avons pas pu vous connecter',
        body: 'Rien n’a changé. Réessayez ; si cela se reproduit, contactez {organisation}.',
      },
      unverified: {
        title: 'Veuillez confirmer que c’est bien vous',
        body: 'Connectez-vous avec une clé d’accès qui demande votre empreinte, votre visage, un code ou le verrouillage de l’écran.',
      },
      unsuitable: {
        title: 'Cette clé d’accès ne peut pas servir ici',
        body: 'Essayez une autre clé d’accès ou un autre appareil. Si vous n’en avez pas, contactez {organisation}.',
      },
      unsafe: {
        title: 'Cette clé d’accès n’est pas assez sûre',
        body: 'Elle a peut-être été copiée. Connectez-vous avec une autre clé d’accès et prévenez {organisation}.',
      },
    },
  },
  confirm: {
    title: 'Créer votre clé d’accès',
    body: 'La prochaine fois, connectez-vous avec votre empreinte, votre visage ou le verrouillage de l’écran.',
  },
  account: 'Compte',
  pageOf: 'Page de {organisation}',
  errors: 'Veuillez vérifier ces réponses',
  optional: 'facultatif',
  choose: 'Veuillez choisir',
  reference: 'Référence',
  timeLeft: 'Temps restant',
  secondsLeft: 'Il reste {n} secondes pour cette étape.',
  moreTimeGiven: 'Vous avez maintenant plus de temps.',
  goesOn: 'Cette page continue toute seule.',
  buttons: {
    start: 'Commencer',
    submitForRegistration: 'Envoyer pour l’enregistrement',
    signIn: 'Se connecter avec une clé d’accès',
    createPasskey: 'Créer la clé d’accès',
    continue: 'Continuer',
    cancel: 'Annuler',
    tryAgain: 'Réessayer',
    notNow: 'Pas maintenant',
    anotherDevice: 'Autre appareil ou clé de sécurité',
    moreTime: 'Il me faut plus de temps',
    pause: 'Suspendre',
    copyLink: 'Copier le lien',
    copied: 'Copié',
    goBack: 'Retour',
    close: 'Fermer',
  },
};
