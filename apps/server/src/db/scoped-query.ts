import pg from 'pg';
import { settingNames } from './scope-text.ts';

/** What the driver's own query does with each message, which its types leave out. */
type Driven = {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
};
type Wire = {
  readonly bind: (message: { readonly statement: string; readonly values: readonly string[] }) => void;
  readonly execute: () => void;
};
type Answered = (error: Error | null, result: pg.QueryResult) => void;

type Asked = pg.QueryConfig & { readonly queryMode: 'extended' };

const DriversQuery = pg.Query as unknown as new (asked: Asked, answered: Answered) => Driven;

const setScope = Object.freeze({
  name: 'scope.set',
  text: `select ${settingNames.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`,
});

/**
 * A statement behind the settings of its scope, both before one Sync: PostgreSQL runs them as one transaction, which
 * nobody has to begin or commit, and answers once. What the settings answer is left out of the result.
 */
class ScopedQuery extends DriversQuery {
  readonly #settings: readonly string[];
  #isSet = false;

  constructor(settings: readonly string[], config: pg.QueryConfig, answered: Answered) {
    // Text without name and values would be sent as a simple query, past `prepare` and so past the scope.
    super({ ...config, queryMode: 'extended' }, answered);
    this.#settings = settings;
  }

  override prepare(connection: Wire): void {
    connection.bind({ statement: setScope.name, values: this.#settings });
    connection.execute();
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#isSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#isSet) super.handleCommandComplete(message, connection);
    this.#isSet = true;
  }
}

/** Runs statements in their scope on connections that have been prepared for it; others take no such statement yet. */
export function scopedQueries() {
  const prepared = new WeakSet<pg.ClientBase>();
  return Object.freeze({
    prepare: (client: pg.ClientBase): void => {
      const values = settingNames.map(() => '');
      client.query({ ...setScope, values }).then(
        () => prepared.add(client),
        () => undefined,
      );
    },
    isPrepared: (client: pg.ClientBase): boolean => prepared.has(client),
    /** `settings` as `settingsOf` answers them. */
    run: (client: pg.ClientBase, settings: readonly string[], config: pg.QueryConfig) =>
      new Promise<pg.QueryResult>((resolve, reject) => {
        const answered: Answered = (error, result) => (error ? reject(error) : resolve(result));
        client.query(new ScopedQuery(settings, config, answered) as unknown as pg.Submittable);
      }),
  });
}
