/** A parameter as it is typed: text, a number or JSON. */
export type TypedParameter = { readonly name: string; readonly value: string };
export type KnownPerson = { readonly storeName: string; readonly externalId: string };

/** What a run begins with, as the tester types it. */
export type StartInput = {
  readonly parameters: readonly TypedParameter[];
  readonly people: readonly KnownPerson[];
};

export const firstInput: StartInput = Object.freeze({
  parameters: [
    { name: 'firstName', value: 'Ada' },
    { name: 'lastName', value: 'Lovelace' },
    { name: 'email', value: 'ada@example.com' },
  ],
  people: [],
});

/** What the API takes of it; lines that are not filled in are left out. */
export const startBodyOf = ({ parameters, people }: StartInput) => ({
  parameters: Object.fromEntries(
    parameters.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), read(value)]),
  ),
  people: people.filter(({ storeName, externalId }) => storeName !== '' && externalId !== ''),
});

/** JSON where it is some, and no text that people would take for one: `007` and `Ada` stay texts. */
function read(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
