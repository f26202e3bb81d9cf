import type { BenchIds } from '../seed-users.ts';

/** What a floor is given. `same` runs the product's own two statements, `thin` two plain inserts of the main rows. */
export type FloorTask = BenchIds & {
  readonly kind: 'same' | 'thin';
  readonly connectionString: string;
  readonly poolSize: number;
};
