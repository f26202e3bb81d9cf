/** A request of the server's own. */
export type EgressRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What came back: the status as it is, a redirect among them, and the beginning of the body. */
export type EgressAnswer = { readonly status: number; readonly body: string };

/** Sends a POST request to an address that a tenant names. Throws `egress.…`. */
export type SendRequest = (request: EgressRequest) => Promise<EgressAnswer>;

/** What an address holds: the status as it is, where a redirect leads, and the whole body. */
export type EgressFile = { readonly status: number; readonly location?: string; readonly bytes: Buffer };

/** Asks for what an address holds, at most so many bytes. Throws `egress.…`. */
export type ReadAddress = (url: string, mostBytes: number) => Promise<EgressFile>;
