import { PgBoss } from 'pg-boss';
import type { Database, Foreign } from '../db/sql.ts';

/** How often a job is tried anew, and how long one waits for a process that died over it. */
export type Patience = {
  readonly retries: number;
  /** Before the first further try; each pause is twice the one before, give or take, up to the longest. */
  readonly pauseSeconds: number;
  readonly longestPauseSeconds: number;
  /** After this long a job that nobody finished is taken up by another process. */
  readonly leaseSeconds: number;
};

type Needs<Job> = {
  readonly database: Database;
  readonly name: string;
  readonly patience: Patience;
  /** Does a job; `false` or a failure: it is tried anew. */
  readonly work: (job: Job) => Promise<boolean>;
  /** Hears of a job that was tried as often as it may be. */
  readonly giveUp: (job: Job) => Promise<void>;
  readonly report: (error: unknown, where: Readonly<Record<string, string>>) => void;
};

/** A job, and to whom it belongs: nobody's jobs take every place. */
export type NewJob<Job> = { readonly group: string; readonly data: Job };

/** Jobs that outlive the process, done at least once by any process on the database. */
export type JobQueue<Job> = {
  /** Adds jobs, in the transaction whose statements `run` runs. */
  readonly add: (run: Foreign, jobs: readonly NewJob<Job>[]) => Promise<void>;
  readonly start: () => Promise<void>;
  /** Resolves when what is under way is done. */
  readonly stop: () => Promise<void>;
};

const atOnce = 10;
const atOnceOfGroup = 5;
const polling = { pollingIntervalSeconds: 1 } as const;

/** Opens a queue on pg-boss, which keeps its tables in the schema `pgboss` (docs/decisions/0016). */
export function jobQueue<Job extends object>(needs: Needs<Job>): JobQueue<Job> {
  const { database, name, patience, work, giveUp, report } = needs;
  const boss = new PgBoss({
    db: { executeSql: database.foreign },
    schema: 'pgboss',
    // The tables come by a migration and belong to another role.
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    superviseIntervalSeconds: Math.max(1, Math.round(patience.leaseSeconds / 2)),
    monitorIntervalSeconds: Math.max(1, Math.round(patience.leaseSeconds / 2)),
  });
  boss.on('error', (error) => report(error, { queue: name }));
  const dead = `${name}-dead`;
  const tried = async (job: Job): Promise<boolean> => {
    try {
      return await work(job);
    } catch (error) {
      report(error, { queue: name });
      return false;
    }
  };
  return Object.freeze({
    add: async (run, jobs) => {
      const rows = jobs.map(({ group, data }) => ({
        data,
        group: { id: group },
        retryLimit: patience.retries,
        retryDelay: patience.pauseSeconds,
        retryBackoff: true,
        retryDelayMax: patience.longestPauseSeconds,
        expireInSeconds: patience.leaseSeconds,
        retentionSeconds: 30 * 24 * 3600,
        deleteAfterSeconds: 3600,
        deadLetter: dead,
      }));
      await boss.insert(name, rows, { db: { executeSql: run } });
    },
    start: async () => {
      await boss.start();
      await boss.createQueue(dead);
      await boss.createQueue(name, { deadLetter: dead });
      const options = { ...polling, batchSize: atOnce, groupConcurrency: atOnceOfGroup } as const;
      const result = async ({ id, data }: { id: string; data: Job }) =>
        ({ id, status: (await tried(data)) ? 'completed' : 'failed' }) as const;
      await boss.work(name, { ...options, perJobResults: true }, (jobs: { id: string; data: Job }[]) =>
        Promise.all(jobs.map(result)),
      );
      await boss.work<Job>(dead, polling, async (jobs) => {
        for (const { data } of jobs) await giveUp(data);
      });
    },
    stop: () => boss.stop({ close: false, graceful: true, timeout: patience.leaseSeconds * 1000 }),
  });
}
