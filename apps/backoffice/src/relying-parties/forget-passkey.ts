type Signals = {
  readonly signalUnknownCredential?: (unknown: {
    readonly rpId: string;
    readonly credentialId: string;
  }) => Promise<void>;
};

/** Tells the authenticator that nobody keeps this passkey (WebAuthn L3 section 5.1.10), where the browser can. */
export async function forgetPasskey(rpId: string, credentialId: unknown): Promise<void> {
  if (typeof credentialId !== 'string') return;
  const { signalUnknownCredential } = PublicKeyCredential as unknown as Signals;
  // A courtesy: whether it is heard changes nothing here.
  await signalUnknownCredential?.call(PublicKeyCredential, { rpId, credentialId }).catch(() => undefined);
}
