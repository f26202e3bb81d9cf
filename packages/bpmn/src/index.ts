export { checkDefinition } from './check-definition.ts';
export { type DefinitionProblem, definitionProblems } from './definition-problem.ts';
export { xmlLimits } from './guard-xml.ts';
export { latchkeyModdle, latchkeyNamespace } from './latchkey-moddle.ts';
export {
  type ActivityManifest,
  type ParameterSchema,
  type ParametersSchema,
  recogniseActivity,
} from './manifest.ts';
export { parseDuration, parseMoment, parseTimer } from './parse-timer.ts';
export { type DefinitionMeta, type ReadDefinition, readDefinition } from './read-definition.ts';
export { type Reference, references } from './references.ts';
export { writeDefinition } from './write-definition.ts';
