/** The same options for another device than this one. The server asked for none in particular, so it takes any. */
export function onAnotherDevice(clientRequest: unknown): unknown {
  const options = clientRequest as PublicKeyCredentialCreationOptionsJSON;
  return {
    ...options,
    hints: ['hybrid', 'security-key'],
    // Browsers that know no hints go by this.
    authenticatorSelection: { ...options.authenticatorSelection, authenticatorAttachment: 'cross-platform' },
  };
}
