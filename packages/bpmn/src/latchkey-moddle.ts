/** The namespace of our extension elements in BPMN 2.0 XML. */
export const latchkeyNamespace = 'http://latchkey.dev/schema/bpmn/1.0';

/**
 * Our extension of BPMN as a moddle descriptor, for parser and designer alike:
 * `<latchkey:activity type version>` holds `<latchkey:parameter name>` with text or with `<latchkey:entry key>`.
 */
export const latchkeyModdle = {
  name: 'Latchkey',
  prefix: 'latchkey',
  uri: latchkeyNamespace,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Activity',
      superClass: ['Element'],
      properties: [
        { name: 'type', isAttr: true, type: 'String' },
        { name: 'version', isAttr: true, type: 'Integer' },
        { name: 'parameters', isMany: true, type: 'Parameter' },
      ],
    },
    {
      name: 'Parameter',
      properties: [
        { name: 'name', isAttr: true, type: 'String' },
        { name: 'text', isBody: true, type: 'String' },
        { name: 'entries', isMany: true, type: 'Entry' },
      ],
    },
    {
      name: 'Entry',
      properties: [
        { name: 'key', isAttr: true, type: 'String' },
        { name: 'text', isBody: true, type: 'String' },
      ],
    },
  ],
} as const;
