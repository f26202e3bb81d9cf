import { latchkeyModdle } from '@latchkey/bpmn';

/** What every diagram is opened with, drawn or only seen: our extension, colours that follow the theme, our type. */
export const diagramOptions = (container: HTMLElement) => ({
  container,
  moddleExtensions: { latchkey: latchkeyModdle },
  bpmnRenderer: {
    defaultFillColor: 'var(--lk-canvas-face)',
    defaultStrokeColor: 'var(--lk-canvas-line)',
    defaultLabelColor: 'var(--lk-canvas-text)',
  },
  textRenderer: {
    defaultStyle: { fontFamily: 'inherit', fontSize: '12.5px', fontWeight: '500' },
    externalStyle: { fontSize: '11.5px', lineHeight: 1.25 },
  },
});
