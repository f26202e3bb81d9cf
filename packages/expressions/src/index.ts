export { type Data, evaluateCondition, evaluateParameter } from './evaluate.ts';
export { expressionPaths } from './expression-paths.ts';
export { expressionProblems } from './expression-problems.ts';
export { limits } from './limits.ts';
export { type ParameterExpression, parseParameter } from './parse-parameter.ts';
export { type LiteralType, readLiteral } from './read-literal.ts';
export type { TextPart } from './split-text.ts';
export { substituteProcessVar } from './substitute-process-var.ts';
