import type { Catalogue } from './catalogue.ts';

/** Spanish. */
export const es: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Le damos la bienvenida',
    body: '{organisation} le invita a configurar su inicio de sesión. Tardará alrededor de un minuto.',
  },
  starting: 'Un momento…',
  expired: { title: 'Este enlace ha caducado', body: 'Solicite uno nuevo a {organisation}.' },
  busy: {
    title: 'Ahora mismo hay mucha actividad',
    body: 'Espere un momento. La página lo intentará de nuevo por sí sola y no se perderá nada de lo que ha escrito.',
  },
  ended: {
    registered: {
      title: 'Llave de acceso creada',
      body: 'La próxima vez, inicie sesión con su huella, su rostro o el bloqueo de pantalla. No tiene que recordar nada.',
    },
    succeeded: { title: 'Todo listo', body: 'Todo está guardado. Puede cerrar esta página.' },
    declined: {
      title: 'No hemos podido completarlo',
      body: 'Póngase en contacto con {organisation}. Allí le indicarán cómo continuar.',
    },
    review: {
      title: 'Lo estamos revisando',
      body: '{organisation} está comprobando sus datos y se pondrá en contacto con usted. Puede cerrar esta página.',
    },
    'timed-out': {
      title: 'Ha tardado un poco',
      body: 'El tiempo para este paso ha terminado. No ha cambiado nada. Solicite un nuevo enlace a {organisation} cuando quiera.',
    },
    cancelled: {
      title: 'Todavía no hay llave de acceso',
      body: 'Se detuvo antes de que se guardara una llave de acceso. No ha cambiado nada.',
    },
    failed: {
      title: 'Ahora mismo no podemos continuar',
      body: 'El problema es nuestro, no suyo. Póngase en contacto con {organisation} y mencione la referencia siguiente.',
    },
  },
  notices: {
    cancelled: {
      title: 'Todavía no hay llave de acceso',
      body: 'La solicitud se cerró antes de que se guardara una llave de acceso. No ha cambiado nada y puede intentarlo de nuevo.',
    },
    'timed-out': {
      title: 'Ha tardado un poco',
      body: 'No se guardó ninguna llave de acceso. Puede volver a empezar cuando quiera.',
    },
    'already-registered': {
      title: 'Ya tiene aquí una llave de acceso',
      body: 'Está lista para iniciar sesión en este dispositivo.',
    },
    unsupported: {
      title: 'Este dispositivo aún no puede guardar una llave de acceso',
      body: 'Active un bloqueo de pantalla e inténtelo de nuevo, o use un teléfono o una llave de seguridad.',
    },
    blocked: {
      title: 'Las llaves de acceso están desactivadas aquí',
      body: 'Abra esta página en su propia ventana o pestaña e inténtelo de nuevo.',
    },
    'configuration-error': {
      title: 'No hemos podido pedir una llave de acceso',
      body: 'El problema es nuestro, no suyo. Póngase en contacto con {organisation}.',
    },
    rejected: {
      title: 'No hemos podido guardar esta llave de acceso',
      body: 'No ha cambiado nada. Inténtelo de nuevo; si vuelve a ocurrir, póngase en contacto con {organisation}.',
    },
    unverified: {
      title: 'Confirme que es usted',
      body: 'Esta llave de acceso se creó sin huella, rostro, PIN ni bloqueo de pantalla. Configure uno de ellos e inténtelo de nuevo.',
    },
    unsuitable: {
      title: 'Esta llave de acceso no se puede usar aquí',
      body: '{organisation} pide otro tipo. Pruebe con otro dispositivo, otra aplicación u otra llave de seguridad, o pregunte allí cuál sirve.',
    },
    unsafe: {
      title: 'Esta llave de acceso no es lo bastante segura',
      body: 'Se conoce una debilidad del dispositivo o de la llave con que se creó. Pregunte a {organisation} qué puede usar en su lugar.',
    },
    'short-pin': {
      title: 'El PIN es demasiado corto',
      body: 'Ponga un PIN más largo en su llave de seguridad e inténtelo de nuevo.',
    },
    'too-many': {
      title: 'Ya tiene todas las llaves de acceso posibles',
      body: 'Pida a {organisation} que elimine una que ya no use e inténtelo de nuevo.',
    },
    'not-allowed': {
      title: 'No hemos podido completarlo',
      body: 'Póngase en contacto con {organisation}. Allí le indicarán cómo continuar.',
    },
  },
  lockThisDevice: 'Active un bloqueo de pantalla e inténtelo de nuevo.',
  keepOnThisDevice:
    'Guarde la llave de acceso en este mismo dispositivo, con su huella, rostro o bloqueo de pantalla. Si se rechaza otra vez, pregunte a {organisation}.',
  waiting: {
    title: 'Continúe en su dispositivo',
    body: 'Su dispositivo pregunta si debe crear una llave de acceso. Siga sus pasos; esta página le espera.',
  },
  saving: 'Guardando su llave de acceso…',
  offline: {
    title: 'Parece que no tiene conexión',
    body: 'Sus respuestas se conservan. Continuaremos en cuanto vuelva la conexión.',
  },
  failed: {
    title: 'Ahora mismo no podemos continuar',
    body: 'El problema es nuestro, no suyo. Sus respuestas se conservan; inténtelo de nuevo en un momento.',
  },
  unsupported: {
    title: 'Este navegador no puede crear llaves de acceso',
    body: 'Su enlace ya está ligado a este navegador. Solicite uno nuevo a {organisation} y ábralo en un navegador actualizado o en su teléfono.',
  },
  openElsewhere: 'Abra esta dirección en un navegador actualizado o en su teléfono.',
  savedIn: 'Guardada en {name}.',
  passkeyFor: 'Una llave de acceso para {name}',
  passkeyHint:
    'A continuación, su dispositivo le pedirá la huella, el rostro o el bloqueo de pantalla. Esos datos no salen de su dispositivo.',
  noScript:
    'Para crear una llave de acceso, esta página necesita JavaScript. Actívelo y vuelva a cargar la página.',
  signIn: {
    at: 'Iniciar sesión en {name}',
    noScript:
      'Para iniciar sesión con una llave de acceso, esta página necesita JavaScript. Actívelo y vuelva a cargar la página.',
    waiting: {
      title: 'Continúe en su dispositivo',
      body: 'Su dispositivo le pide que inicie sesión. Siga sus pasos; esta página le espera.',
    },
    saving: 'Iniciando sesión…',
    unsupported: 'Este navegador no puede usar llaves de acceso',
    notices: {
      cancelled: {
        title: 'Todavía no ha iniciado sesión',
        body: 'La solicitud se cerró antes de que iniciara sesión. No ha cambiado nada y puede intentarlo de nuevo.',
      },
      'timed-out': {
        title: 'Esto ha tardado un poco',
        body: 'No ha iniciado sesión. Puede empezar de nuevo cuando quiera.',
      },
      unsupported: {
        title: 'Este dispositivo aún no puede usar una llave de acceso',
        body: 'Active un bloqueo de pantalla e inténtelo de nuevo, o use el teléfono o la llave de seguridad que guarda su llave de acceso.',
      },
      rejected: {
        title: 'No hemos podido iniciar su sesión',
        body: 'No ha cambiado nada. Inténtelo de nuevo; si vuelve a ocurrir, póngase en contacto con {organisation}.',
      },
      unverified: {
        title: 'Confirme que es usted',
        body: 'Inicie sesión con una llave de acceso que pida su huella, rostro, PIN o bloqueo de pantalla.',
      },
      unsuitable: {
        title: 'Esta llave de acceso no se puede usar aquí',
        body: 'Pruebe con otra llave de acceso o con otro dispositivo. Si no tiene ninguna, póngase en contacto con {organisation}.',
      },
      unsafe: {
        title: 'Esta llave de acceso no es lo bastante segura',
        body: 'Es posible que se haya copiado. Inicie sesión con otra llave de acceso y avise a {organisation}.',
      },
    },
  },
  confirm: {
    title: 'Crear su llave de acceso',
    body: 'La próxima vez, inicie sesión con su huella, su rostro o el bloqueo de pantalla.',
  },
  account: 'Cuenta',
  pageOf: 'Página de {organisation}',
  errors: 'Revise estas respuestas',
  optional: 'opcional',
  choose: 'Elija una opción',
  reference: 'Referencia',
  timeLeft: 'Tiempo restante',
  secondsLeft: 'Quedan {n} segundos para este paso.',
  moreTimeGiven: 'Ahora tiene más tiempo.',
  goesOn: 'Esta página continúa sola.',
  buttons: {
    start: 'Empezar',
    submitForRegistration: 'Enviar para el registro',
    signIn: 'Iniciar sesión con llave de acceso',
    createPasskey: 'Crear llave de acceso',
    continue: 'Continuar',
    cancel: 'Cancelar',
    tryAgain: 'Intentar de nuevo',
    notNow: 'Ahora no',
    anotherDevice: 'Otro dispositivo o llave de seguridad',
    moreTime: 'Necesito más tiempo',
    pause: 'Pausar',
    copyLink: 'Copiar enlace',
    copied: 'Copiado',
    goBack: 'Volver',
    close: 'Cerrar',
  },
};
