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
    // Texts are measured on a canvas element, which knows no inherited font.
    defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, fontWeight: '500' },
    externalStyle: { fontSize: 11.5, lineHeight: 1.25 },
  },
});
