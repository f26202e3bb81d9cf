import type { ASTNode } from '@marcbachmann/cel-js';

/** Calls that loop over their receiver; the first argument names the loop's variable. */
export const loops: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** Whether a node is a loop (`list.map(x, …)`). */
export const isLoop = (node: ASTNode): boolean => node.op === 'rcall' && loops.has(node.args[0]);

/** The nodes directly below a node, in source order. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}
