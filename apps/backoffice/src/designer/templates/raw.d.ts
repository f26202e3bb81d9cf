declare module '*.bpmn?raw' {
  const text: string;
  export default text;
}
