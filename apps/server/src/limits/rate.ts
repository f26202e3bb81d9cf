/** So many in a span of time: a bucket holds `most`, and gets them back evenly over the span. */
export type Rate = { readonly most: number; readonly seconds: number };

/** What is counted, and by whom. `docs/operations.md` says what each is for. */
export type RateKind =
  | 'client'
  | 'operator'
  | 'visitor'
  | 'address'
  | 'link'
  | 'sign-in'
  | 'token'
  | 'target';
export type Rates = Readonly<Record<RateKind, Rate>>;

const minute = 60;

/** What holds unless the operator or the tenant says otherwise. */
export const usualRates: Rates = Object.freeze({
  /** Requests of one API client. */
  client: { most: 300_000, seconds: minute },
  /** Requests of one operator. */
  operator: { most: 6_000, seconds: minute },
  /** Requests of one browser in journeys. */
  visitor: { most: 1_200, seconds: minute },
  /** Requests for journeys from one network address. */
  address: { most: 6_000, seconds: minute },
  /** Links opened and journeys started from one network address. */
  link: { most: 600, seconds: minute },
  /** Beginnings of a sign-in or a set-up in the Backoffice from one network address. */
  'sign-in': { most: 30, seconds: minute },
  /** Access tokens asked for from one network address. */
  token: { most: 600, seconds: minute },
  /** Registrations that one actor starts for one user. The user's own journeys count by themselves. */
  target: { most: 100, seconds: 60 * minute },
});

const pair = /^([a-z-]+)=(\d{1,9})$/;

/** Reads `link=300 sign-in=10` over the usual rates; `undefined` for a text that is no such list. */
export function readRates(text: string): Rates | undefined {
  const rates: Record<string, Rate> = { ...usualRates };
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const [, kind = '', most = ''] = pair.exec(word) ?? [];
    const usual = rates[kind];
    if (usual === undefined || Number(most) < 1) return undefined;
    rates[kind] = { ...usual, most: Number(most) };
  }
  return Object.freeze(rates) as Rates;
}
