import type { Static, TObject } from 'typebox';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/sql.ts';

/** Session data of an instance: `_identityStore`, `_forms`, `_checks`, … as in docs/words.md. Plain JSON, replaced, never mutated. */
export type SessionData = Readonly<Record<string, unknown>>;

/** Where an activity runs: inside the transaction of the step that it belongs to. */
export type Run = {
  readonly sql: Transaction;
  readonly actor: Actor;
  readonly instance: { readonly id: string; readonly definitionId: string };
  /** The engine's token and the BPMN element. */
  readonly token: string;
  readonly node: string;
  readonly data: SessionData;
  readonly now: number;
};

/** How an activity ends a turn. A failure is a thrown Problem: its code leaves by the boundary event of that code. */
export type Outcome =
  | { readonly kind: 'completed'; readonly data: SessionData }
  /** Waits for a person, who sees `screen`; fails with `form.timed-out` after `deadlineMs`. */
  | { readonly kind: 'waiting'; readonly data: SessionData; readonly deadlineMs?: number }
  /** Answers the page and goes on waiting (the ceremony's options, a field's error). */
  | { readonly kind: 'answered'; readonly data: SessionData; readonly answer: unknown };

/** An event that a diagram can attach to the activity, offered by its label. */
export type BoundaryEventKind = { readonly code: string; readonly label: string; readonly docs: string };

/** One thing that a process can do: its schema is the check, the designer's form and the documentation. */
export type Activity<Parameters extends TObject = TObject> = {
  /** lowerCamelCase of its folder. */
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly group: string;
  readonly icon: string;
  readonly docs: string;
  /** Every property has title and description; `default` where the reference names one. */
  readonly parameters: Parameters;
  readonly boundaryEvents: readonly BoundaryEventKind[];
  /** A token arrived. */
  readonly execute: (parameters: Static<Parameters>, run: Run) => Promise<Outcome>;
  /** The person at the page answered; only for activities that wait. */
  readonly submit?: (parameters: Static<Parameters>, run: Run, submission: unknown) => Promise<Outcome>;
};

/** Declares an activity; keeps its parameter types. */
export const defineActivity = <Parameters extends TObject>(
  activity: Activity<Parameters>,
): Activity<Parameters> => Object.freeze(activity);
