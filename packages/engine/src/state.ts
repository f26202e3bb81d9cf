import type { ParameterError } from './event.ts';

/** Everything the engine knows of one instance. Small: session data lives beside it, not in it. */
export type State = {
  /** Number of events applied; the compare-and-set key of the stored row. */
  readonly version: number;
  /** `failed` with tokens left holds only incidents: a retry makes it active again. Without tokens it has ended. */
  readonly status: 'active' | 'completed' | 'terminated' | 'failed';
  readonly tokens: readonly Token[];
  readonly timers: readonly Timer[];
  /** Counter from which token and timer ids are made: ids never repeat within an instance. */
  readonly next: number;
  /** The error code with which the instance failed (error end event, or none while active). */
  readonly error?: string;
};

export type Token = {
  readonly id: string;
  readonly node: string;
  /** The token of the sub-process that holds this one; absent at the top. */
  readonly parent?: string;
  readonly status: /** A task whose activity runs or waits for a person. */
    | 'working'
    /** A gateway or task that waits for the value of its conditions. */
    | 'deciding'
    /** At a joining gateway, for its siblings (`via` says by which flow it came). */
    | 'joining'
    /** At a catch event, for its timer. */
    | 'waiting'
    /** A sub-process with tokens inside. */
    | 'containing'
    /** Failed with nobody to catch it: an operator may retry. */
    | 'incident';
  /** The flow by which it came; kept while it joins, and for a retry. */
  readonly via?: string;
  /** For an incident: the code that nobody caught. */
  readonly error?: string;
  /** For an incident: which parameters did not fit, where that is why. */
  readonly errors?: readonly ParameterError[];
  /** For an incident: the node's work was done and its conditions failed, so a retry asks only them again. */
  readonly isLeaving?: true;
  /** For a working token: its activity has said that it waits for a person (`activity-waiting`). */
  readonly isAwaiting?: true;
  /** Ids of non-interrupting boundary events that have fired on this visit: a retry does not set them again. */
  readonly fired?: readonly string[];
};

export type Timer = {
  readonly id: string;
  readonly token: string;
  /** The boundary or catch event that it belongs to; the task itself for a deadline set by its activity. */
  readonly node: string;
  /** Moment in milliseconds; absent until the shell has resolved an expression. */
  readonly dueAt?: number;
  /** For a deadline: the error code with which the task fails when it is due. */
  readonly errorCode?: string;
};
