/** A Custom Form as the guide writes it. Unknown members are kept, so that a document round-trips. */
export type FormDocument = {
  readonly title: Texts & { readonly isValid?: boolean; readonly type?: 'title' };
  readonly components: readonly FormComponent[];
  readonly continueButton?: Texts & { readonly isValid?: boolean; readonly type?: 'continueButton' };
  /** Only a document in which every text has every language of the form can be deployed. */
  readonly requireTranslations?: boolean;
};

/** A text by language tag: `{ "values": { "en": "Name" } }`. */
export type Texts = { readonly values: Readonly<Record<string, string>> };

/** One component; `type` says which members beyond these it has. */
export type FormComponent = { readonly type: string; readonly id: string; readonly index: number } & Readonly<
  Record<string, unknown>
>;
