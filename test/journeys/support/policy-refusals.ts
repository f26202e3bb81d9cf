import type { BrowserContext } from 'playwright-core';

/** What the policies of a context's pages refused, one line each, as long as the list lives. */
export async function policyRefusals(context: BrowserContext): Promise<string[]> {
  const refusals: string[] = [];
  await context.exposeBinding('policyRefused', (_, refusal: string) => void refusals.push(refusal));
  await context.addInitScript(() => {
    type Refusal = Event & { violatedDirective: string; blockedURI: string; sample: string };
    type Window = {
      document: { addEventListener: (name: string, told: (event: Refusal) => void) => void };
      policyRefused: (refusal: string) => void;
    };
    const { document, policyRefused } = globalThis as unknown as Window;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      policyRefused(`${violatedDirective}: ${blockedURI} ${sample}`),
    );
  });
  return refusals;
}
