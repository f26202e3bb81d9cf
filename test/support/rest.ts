/** A small client for the tests: JSON in, status and JSON out, over real HTTP. */
export type Rest = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: unknown) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
};

// biome-ignore lint/suspicious/noExplicitAny: tests read members of answers that other tests check against the contract
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: any };

/** Calls `baseUrl` with a bearer token. */
export function rest(baseUrl: string, token: string): Rest {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    delete: (path) => call('DELETE', path),
  };
}
