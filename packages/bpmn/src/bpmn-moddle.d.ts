/** The part of bpmn-moddle 10 that we use; the package brings no types for its main module. */
declare module 'bpmn-moddle' {
  export type ModdleElement = {
    readonly $type: string;
    readonly $attrs?: Readonly<Record<string, string>>;
    readonly $parent?: ModdleElement;
    readonly $descriptor?: { readonly ns?: { readonly uri?: string; readonly localName?: string } };
    readonly $children?: readonly ModdleElement[];
    readonly $body?: string;
    readonly [property: string]: unknown;
  };

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string; readonly element?: ModdleElement }[];
    }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}

declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
