/** Bounds of one expression: characters and nodes when it is read, work and bytes when it runs. */
export const limits = Object.freeze({
  sourceBytes: 4096,
  depth: 64,
  nodes: 500,
  /** Elements looped over, and values compared, joined or searched inside loops. */
  work: 10_000,
  resultBytes: 65_536,
  /** Expressions kept compiled. */
  cached: 1000,
});
