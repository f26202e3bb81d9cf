/**
 * A process definition as the engine runs it: plain, frozen, serialisable. packages/bpmn makes it from BPMN 2.0 XML.
 * Conditions and durations that are expressions stay text: the engine asks for their value by an effect.
 */
export type Definition = {
  readonly nodes: Readonly<Record<string, Node>>;
  readonly flows: Readonly<Record<string, Flow>>;
};

export type Node = StartEvent | EndEvent | Task | SubProcess | Gateway | BoundaryEvent | CatchEvent;

/** What every node has. `scope` is the id of the sub-process it lies in; absent at the top. */
type Common = {
  readonly id: string;
  readonly name?: string;
  readonly scope?: string;
  /** Ids of the incoming and outgoing flows, in document order. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** The flow taken when no condition holds (gateways, tasks). */
  readonly defaultFlow?: string;
};

export type StartEvent = Common & { readonly kind: 'start' };
export type EndEvent = Common & {
  readonly kind: 'end';
  readonly end: 'plain' | 'error' | 'terminate';
  readonly errorCode?: string;
};
export type Task = Common & { readonly kind: 'task'; readonly activity: ActivityUse };
export type SubProcess = Common & { readonly kind: 'sub-process'; readonly start: string };
export type Gateway = Common & { readonly kind: 'exclusive' | 'parallel' | 'inclusive' };
export type CatchEvent = Common & { readonly kind: 'timer-catch'; readonly timer: TimerRule };
export type BoundaryEvent = Common & {
  readonly kind: 'boundary';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: /** Without a code it catches every error of its activity. */
    | { readonly kind: 'error'; readonly errorCode?: string }
    | { readonly kind: 'timer'; readonly timer: TimerRule };
};

/** A diagram's use of an activity; the engine carries it and reads only the type. */
export type ActivityUse = {
  readonly type: string;
  readonly version: number;
  /** Parameter id to the text as drawn: a literal, a `${…}` expression, or a map of such texts. */
  readonly parameters: Readonly<Record<string, ParameterText>>;
};
export type ParameterText = string | Readonly<Record<string, string>>;

/** Milliseconds after entry, an absolute moment, or an expression that the shell resolves to one of them. */
export type TimerRule =
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'expression'; readonly expression: string };

export type Flow = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Expression text; absent means always. */
  readonly condition?: string;
};
