export type { BpmnElement } from './bpmn-element.ts';
export { checkValue } from './check/check-value.ts';
export { checkDefinition } from './check-definition.ts';
export { type DefinitionProblem, definitionProblems } from './definition-problem.ts';
export type { Box, Line } from './drawing/geometry.ts';
export { layOut } from './drawing/lay-out.ts';
export { isBlocked, type Passage, routeAround } from './drawing/route-around.ts';
export { xmlLimits } from './guard-xml.ts';
export { latchkeyModdle, latchkeyNamespace } from './latchkey-moddle.ts';
export { lintDefinition } from './lint/lint-definition.ts';
export type { PolicySettings, RelyingPartySettings, Settings } from './lint/settings.ts';
export {
  type ActivityManifest,
  type ParameterSchema,
  type ParametersSchema,
  recogniseActivity,
} from './manifest.ts';
export { missingReference } from './missing-reference.ts';
export { moddle } from './moddle.ts';
export { parseDuration, parseMoment, parseTimer } from './parse-timer.ts';
export { readActivity } from './read-activity.ts';
export {
  type DefinitionMeta,
  inspectDefinition,
  type ReadDefinition,
  readDefinition,
  sketchDefinition,
} from './read-definition.ts';
export {
  formUses,
  pageUses,
  type Reference,
  references,
  taskReferences,
  type VersionUse,
} from './references.ts';
export { writeDefinition } from './write-definition.ts';
