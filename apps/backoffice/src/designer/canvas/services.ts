import type { BpmnElement } from '@latchkey/bpmn';

/** An element of moddle that can be written. */
export type Moddle = BpmnElement & {
  $parent?: Moddle;
  get: (name: string) => unknown;
  $instanceOf: (type: string) => boolean;
};

/** What lies on the canvas: a shape, a connection, a label or the root. */
export type Shape = {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Moddle;
  readonly parent?: Shape;
  readonly children?: readonly Shape[];
  readonly host?: Shape;
  readonly labelTarget?: Shape;
  readonly labels?: readonly Shape[];
  readonly attachers?: readonly Shape[];
  readonly outgoing?: readonly Shape[];
  readonly source?: Shape;
  readonly target?: Shape;
  readonly waypoints?: readonly Point[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Point = { readonly x: number; readonly y: number };
type Box = Point & { readonly width: number; readonly height: number };
type Attributes = Readonly<Record<string, unknown>>;

/** The part of bpmn-js and diagram-js that we use, by the names of their services. */
export type Services = {
  readonly eventBus: {
    on: (
      events: string | readonly string[],
      priority: number,
      listener: (event: never, context: never) => unknown,
    ) => void;
    fire: (event: string, context?: object) => void;
  };
  readonly elementRegistry: {
    get: (id: string) => Shape | undefined;
    getAll: () => readonly Shape[];
    getGraphics: (element: Shape) => SVGElement | undefined;
  };
  readonly canvas: {
    getRootElement: () => Shape;
    getContainer: () => HTMLElement;
    viewbox: (box?: Box) => Box & {
      readonly scale: number;
      readonly inner: Box;
      readonly outer: { width: number; height: number };
    };
    zoom: (level: number | 'fit-viewport', center?: 'auto' | Point) => number;
    addMarker: (element: string, marker: string) => void;
    removeMarker: (element: string, marker: string) => void;
    scrollToElement: (element: string, padding?: number) => void;
    focus: () => void;
    resized: () => void;
  };
  readonly selection: {
    get: () => readonly Shape[];
    select: (elements: Shape | readonly Shape[] | null) => void;
  };
  readonly commandStack: {
    canUndo: () => boolean;
    canRedo: () => boolean;
    undo: () => void;
    redo: () => void;
    execute: (command: string, context: object) => void;
    registerHandler: (command: string, handler: unknown) => void;
  };
  readonly modeling: {
    updateProperties: (element: Shape, properties: Attributes) => void;
    updateModdleProperties: (element: Shape, moddle: unknown, properties: Attributes) => void;
    updateLabel: (element: Shape, label: string) => void;
    createShape: (shape: Shape, at: Point | Box, target: Shape, hints?: object) => Shape;
    connect: (source: Shape, target: Shape, attributes?: object) => Shape | undefined;
    reconnectEnd: (connection: Shape, target: Shape, docking: Point) => void;
    createSpace: (
      moving: readonly Shape[],
      resizing: readonly Shape[],
      delta: Point,
      direction: 'n' | 'e' | 's' | 'w',
      start: number,
    ) => void;
    removeElements: (elements: readonly Shape[]) => void;
    moveElements: (elements: readonly Shape[], delta: Point) => void;
    moveShape: (element: Shape, delta: Point) => void;
  };
  readonly spaceTool: {
    calculateAdjustments: (
      elements: readonly Shape[],
      axis: 'x' | 'y',
      delta: number,
      start: number,
    ) => { readonly movingShapes: readonly Shape[]; readonly resizingShapes: readonly Shape[] };
  };
  readonly elementFactory: { createShape: (attributes: Attributes) => Shape };
  readonly bpmnFactory: { create: (type: string, attributes?: Attributes) => Moddle };
  readonly bpmnReplace: { replaceElement: (element: Shape, target: Attributes, hints?: object) => Shape };
  readonly autoPlace: { append: (source: Shape, shape: Shape) => Shape };
  readonly create: { start: (event: Event, shape: Shape, context?: object) => void };
  readonly connect: { start: (event: Event, source: Shape) => void };
  readonly rules: { allowed: (rule: string, context: object) => unknown };
  readonly popupMenu: {
    registerProvider: (id: string, provider: object) => void;
    open: (target: unknown, id: string, at: Point & { readonly cursor?: Point }, options?: object) => void;
    isOpen: () => boolean;
  };
  readonly contextPad: {
    registerProvider: (provider: object) => void;
    getPad?: unknown;
    open: (element: Shape) => void;
  };
  readonly keyboard: {
    addListener: (priority: number, listener: (context: { keyEvent: KeyboardEvent }) => unknown) => void;
  };
  readonly editorActions: { trigger: (action: string, options?: unknown) => unknown };
  readonly textRenderer: {
    createText: (text: string, options: object) => SVGElement;
    getExternalStyle: () => object;
  };
  readonly alignElements: { trigger: (elements: readonly Shape[], how: string) => void };
  readonly distributeElements: { trigger: (elements: readonly Shape[], how: string) => void };
  readonly minimap: { toggle: (open?: boolean) => void; isOpen: () => boolean };
  readonly bpmnjs: { getDefinitions: () => Moddle };
  readonly copyPaste: { paste: (context: object) => void };
  readonly moddle: object;
  readonly mouse: { getLastMoveEvent: () => MouseEvent };
};

/** Asks for one service; each is made when it is first asked for. */
export type Ask = <Name extends keyof Services>(name: Name) => Services[Name];

/** Asks a modeler or viewer of bpmn-js. */
export const askOf = (diagram: { get: (name: string, strict?: boolean) => unknown }): Ask =>
  ((name: string) => diagram.get(name)) as Ask;
