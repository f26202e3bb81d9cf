import { bytesOf } from './base64url.ts';

/** RegistrationResponseJSON (WebAuthn L3 section 5.1), as the page around answers it. */
export type RegistrationJson = {
  readonly id: string;
  readonly rawId: string;
  readonly type: string;
  readonly authenticatorAttachment?: string | null;
  readonly clientExtensionResults?: unknown;
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly authenticatorData?: string;
    readonly publicKey?: string;
    readonly publicKeyAlgorithm?: number;
    readonly transports?: readonly string[];
  };
};

/** The credential as the browser itself would have given it: buffers, methods, and the browser's own classes. */
export function answeredCredential(json: RegistrationJson): unknown {
  const { response } = json;
  return madeLike('PublicKeyCredential', {
    id: json.id,
    rawId: bytesOf(json.rawId),
    type: json.type,
    authenticatorAttachment: json.authenticatorAttachment ?? null,
    getClientExtensionResults: () => json.clientExtensionResults ?? {},
    toJSON: () => json,
    response: madeLike('AuthenticatorAttestationResponse', {
      clientDataJSON: bytesOf(response.clientDataJSON),
      attestationObject: bytesOf(response.attestationObject),
      getTransports: () => [...(response.transports ?? [])],
      getAuthenticatorData: () => bytesOf(response.authenticatorData ?? ''),
      getPublicKey: () => (response.publicKey === undefined ? null : bytesOf(response.publicKey)),
      getPublicKeyAlgorithm: () => response.publicKeyAlgorithm,
    }),
  });
}

/** An object of a class of the browser, whose members are its own, since the browser's would refuse it. */
function madeLike(name: string, members: Readonly<Record<string, unknown>>): unknown {
  const made = (window as unknown as Readonly<Record<string, { readonly prototype: object } | undefined>>)[
    name
  ];
  const described = Object.entries(members).map(
    ([key, value]) => [key, { value, enumerable: true }] as const,
  );
  return Object.create(made?.prototype ?? Object.prototype, Object.fromEntries(described));
}
