/** The two durable statements of a floor. */
export type FloorStatements = {
  /** Keeps a session and answers its id. */
  readonly start: (userId: string, challenge: Uint8Array) => Promise<string>;
  /** Keeps a passkey and answers its id. */
  readonly complete: (userId: string, sessionId: string, answer: AnswerBytes) => Promise<string>;
};

/** The browser's answer, decoded and looked at no further. */
export type AnswerBytes = {
  readonly credentialId: Uint8Array;
  readonly attestationObject: Uint8Array;
  readonly clientDataJson: Uint8Array;
};
