import type { ASTNode } from '@marcbachmann/cel-js';
import { childrenOf, loops } from './syntax-tree.ts';

/** Names that are never read, so that no expression meets a prototype. */
export const forbiddenMembers: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Every function there is. No regular expressions, no joins or splits, no binding: their cost has no bound. */
const functions: ReadonlySet<string> = new Set([
  'has',
  ...loops,
  ...['size', 'string', 'int', 'double', 'bool', 'dyn'],
  ...['startsWith', 'endsWith', 'contains', 'indexOf', 'lastIndexOf', 'substring'],
  ...['lowerAscii', 'upperAscii', 'trim'],
  ...['timestamp', 'duration', 'getFullYear', 'getMonth', 'getDate', 'getDayOfMonth', 'getDayOfWeek'],
  ...['getDayOfYear', 'getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'],
]);

/** A sentence on the first construct that expressions may not use, with its node; `undefined` when there is none. */
export function findForbidden(
  node: ASTNode,
): { readonly detail: string; readonly node: ASTNode } | undefined {
  const detail = forbidden(node);
  if (detail !== undefined) return { detail, node };
  for (const child of childrenOf(node)) {
    const found = findForbidden(child);
    if (found) return found;
  }
  return undefined;
}

function forbidden(node: ASTNode): string | undefined {
  switch (node.op) {
    case 'id':
      return forbiddenName(node.args);
    case '.':
      return forbiddenName(node.args[1]);
    case '[]':
      return node.args[1].op === 'value' ? forbiddenName(node.args[1].args) : undefined;
    case '.?':
    case '[?]':
      return 'Optional access ("?") is not offered; ask with has(…).';
    case 'call':
    case 'rcall':
      return functions.has(node.args[0]) ? undefined : `There is no function "${node.args[0]}".`;
    case 'value':
      return node.args instanceof Uint8Array ? 'Byte literals are not offered.' : undefined;
    default:
      return undefined;
  }
}

const forbiddenName = (name: unknown): string | undefined =>
  typeof name === 'string' && forbiddenMembers.has(name) ? `The name "${name}" cannot be read.` : undefined;
