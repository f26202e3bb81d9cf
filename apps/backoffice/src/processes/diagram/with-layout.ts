/** A BPMN file with a drawing: its own, else one that is laid out here. What it says of the process stays as it is. */
export async function withLayout(xml: string): Promise<string> {
  if (/<(\w+:)?BPMNDiagram\b/.test(xml)) return xml;
  const { layOut } = await import('@latchkey/bpmn/lay-out');
  return layOut(xml);
}
