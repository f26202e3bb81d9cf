import type { FormView, PageView } from '@latchkey/journey';
import type { Static, TObject } from 'typebox';
import type { Actor } from '../access/actor.ts';
import type { Sql, Transaction } from '../db/sql.ts';
import type { SessionData } from '../processes/session-data/session-data.ts';

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
  /** Language tag of the person's page; `en` where nobody looks. */
  readonly language: string;
  /** Whether the diagram catches that code at this task, or around it. */
  readonly catches: (code: string) => boolean;
};

/** How an activity ends a turn. A failure is a thrown Problem: its code leaves by the boundary event of that code. */
export type Outcome =
  | { readonly kind: 'completed'; readonly data: SessionData }
  /** Waits for a person, who sees `screen`; fails with `form.timed-out` after `deadlineMs`. */
  | { readonly kind: 'waiting'; readonly data: SessionData; readonly deadlineMs?: number }
  /** Answers the page and goes on waiting (the ceremony's options, a field's error). */
  | { readonly kind: 'answered'; readonly data: SessionData; readonly answer: unknown }
  /** The person has more time: the deadline is `deadlineMs` from now, and the page is told. */
  | {
      readonly kind: 'extended';
      readonly data: SessionData;
      readonly deadlineMs: number;
      readonly answer: unknown;
    }
  /** Leaves by a boundary event as a thrown Problem does, but keeps what was written. */
  | { readonly kind: 'failed'; readonly data: SessionData; readonly code: string };

/** An event that a diagram can attach to the activity, offered by its label. */
export type BoundaryEventKind = {
  readonly code: string;
  readonly label: string;
  readonly docs: string;
  /** The code as which it leaves when the diagram does not catch this one. */
  readonly fallback?: string;
};

/** What an activity leaves in the session data; `{userKey}` in the path is the value of that parameter. */
export type ActivityOutput = {
  readonly path: string;
  /** `form`: an object with the fields of the form that was shown. */
  readonly type: 'string' | 'object' | 'form';
  readonly docs: string;
};

/** What the hosted page shows while the activity waits. Made from session data alone, so that a reload shows the same. */
export type Screen = FormScreen | PageScreen;

export type FormScreen = Pick<
  FormView,
  'form' | 'values' | 'readOnly' | 'hideButtons' | 'delaySeconds' | 'passkey' | 'notice' | 'mayExtend'
>;
/** A Custom Page in place of a form. */
export type PageScreen = {
  readonly page: Pick<PageView, 'url' | 'frameSource' | 'constants' | 'mayExtend' | 'isMissing'>;
};

/** Where a screen is made: outside any step, and it changes nothing. */
export type ScreenRun = {
  readonly sql: Sql;
  readonly actor: Actor;
  readonly data: SessionData;
  /** The engine's token of this visit. */
  readonly token: string;
  /** Whether the diagram catches that code at any task. */
  readonly catchesAnywhere: (code: string) => boolean;
};

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
  /** What expressions after it may read; the designer completes these paths. */
  readonly outputs?: readonly ActivityOutput[];
  /** The code as which a failure leaves that the list above does not name. */
  readonly otherFailures?: string;
  /** It may fail after it has written: it runs in a savepoint, so that a failure undoes its rows and nothing else. */
  readonly needsSavepoint: boolean;
  /** The key under which its success or failure is a check; without it there is none. */
  readonly checkKey?: (parameters: Static<Parameters>) => string;
  /** Whether a failure with that code is a failed check; every failure is, unless told. */
  readonly failsCheck?: (parameters: Static<Parameters>, code: string) => boolean;
  /** A token arrived. */
  readonly execute: (parameters: Static<Parameters>, run: Run) => Promise<Outcome>;
  /** What the page may send while it waits. */
  readonly accepts?: readonly string[];
  /** The person at the page answered; only for activities that wait. */
  readonly submit?: (parameters: Static<Parameters>, run: Run, submission: unknown) => Promise<Outcome>;
  readonly screen?: (parameters: Static<Parameters>, run: ScreenRun) => Promise<Screen>;
};

/** Declares an activity; keeps its parameter types. */
export const defineActivity = <Parameters extends TObject>(
  activity: Activity<Parameters>,
): Activity<Parameters> => Object.freeze(activity);
