const place = (at: number) => ({ x: 200 + (at % 15) * 240, y: 100 + Math.floor(at / 15) * 160 });

/** A diagram of forms in rows, one after the other: `steps` tasks and as many flows. */
export function largeDiagram(steps: number): string {
  const ids = ['Start', ...Array.from({ length: steps }, (_, at) => `T${at}`), 'End'];
  const tasks = ids.slice(1, -1).map(
    (id) => `<bpmn:userTask id="${id}" name="Ask ${id}"><bpmn:extensionElements>
      <latchkey:activity type="customDataForm" version="1"><latchkey:parameter name="dataFormName">passkeyRetryForm</latchkey:parameter></latchkey:activity>
    </bpmn:extensionElements></bpmn:userTask>`,
  );
  const flows = ids
    .slice(1)
    .map((id, at) => `<bpmn:sequenceFlow id="F${at}" sourceRef="${ids[at]}" targetRef="${id}"/>`);
  const shapes = ids.map((id, at) => {
    const { x, y } = place(at);
    const size = id.startsWith('T') ? 'width="176" height="72"' : 'width="36" height="36"';
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" ${size}/></bpmndi:BPMNShape>`;
  });
  const edges = ids.slice(1).map((_, at) => {
    const [from, to] = [place(at), place(at + 1)];
    return `<bpmndi:BPMNEdge id="F${at}_di" bpmnElement="F${at}"><di:waypoint x="${from.x + 30}" y="${from.y + 18}"/><di:waypoint x="${to.x}" y="${to.y + 18}"/></bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:latchkey="http://latchkey.dev/schema/bpmn/1.0" id="D" targetNamespace="http://latchkey.dev/examples">
<bpmn:process id="P" isExecutable="true"><bpmn:startEvent id="Start" name="Start"/>${tasks.join('')}<bpmn:endEvent id="End" name="End"/>${flows.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="P">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
