import type { ParameterText } from '@latchkey/engine';

/** What an element is to people who draw; `other` is what does not run here. */
export type ElementKind =
  | 'process'
  | 'start'
  | 'end'
  | 'task'
  | 'sub-process'
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'timer'
  | 'boundary'
  | 'flow'
  | 'other';

export type DrawnTimer = { readonly kind: 'duration' | 'date'; readonly text: string };

/** One element of the diagram as plain data: all that React knows of it. */
export type DrawnElement = {
  readonly id: string;
  readonly kind: ElementKind;
  readonly name: string;
  readonly documentation: string;
  /** The BPMN type, for what is not offered. */
  readonly bpmnType: string;
  /** The sub-process or process that it lies in. */
  readonly parent?: string;
  readonly x: number;
  readonly y: number;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly activity?: {
    readonly type: string;
    readonly version: number;
    readonly parameters: Readonly<Record<string, ParameterText>>;
  };
  /** Boundary events: the activity, what it catches, whether it ends the activity. */
  readonly attachedTo?: string;
  readonly trigger?: 'error' | 'timer';
  readonly errorCode?: string;
  readonly isInterrupting?: boolean;
  readonly timer?: DrawnTimer;
  readonly end?: 'plain' | 'error' | 'terminate';
  /** Flows. */
  readonly source?: string;
  readonly target?: string;
  readonly condition?: string;
  readonly isDefault?: boolean;
};

/** The whole diagram; `order` lists its elements without flows and boundary events as people read them. */
export type Drawing = {
  readonly processId: string;
  readonly elements: Readonly<Record<string, DrawnElement>>;
};

export const emptyDrawing: Drawing = Object.freeze({ processId: '', elements: {} });
