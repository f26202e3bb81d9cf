import type { ASTNode } from '@marcbachmann/cel-js';
import { compile } from './compile.ts';
import { splitText } from './split-text.ts';
import { childrenOf, isLoop } from './syntax-tree.ts';

/**
 * The paths that the expressions in a text read, each as long as it is known before running, without repeats:
 * `_forms.f1.currentForm`, `_identityStore.users["a-b"]`. Variables of loops are left out. Throws `expression.invalid`.
 */
export function expressionPaths(text: string): string[] {
  const paths = new Set<string>();
  for (const part of splitText(text)) {
    if (part.kind === 'source') collect(compile(part.source, part.at).tree, new Set(), paths);
  }
  return [...paths];
}

function collect(node: ASTNode, bound: ReadonlySet<string>, paths: Set<string>): void {
  const path = pathOf(node);
  if (path === undefined) collectBelow(node, bound, paths);
  else if (!bound.has(path.root)) paths.add(path.text);
}

function collectBelow(node: ASTNode, bound: ReadonlySet<string>, paths: Set<string>): void {
  if (node.op === 'rcall' && isLoop(node)) {
    const [, list, [variable, ...bodies]] = node.args;
    collect(list, bound, paths);
    const inner = variable?.op === 'id' ? new Set(bound).add(variable.args) : bound;
    for (const body of bodies) collect(body, inner, paths);
    return;
  }
  for (const child of childrenOf(node)) collect(child, bound, paths);
}

type Path = { readonly root: string; readonly text: string };

function pathOf(node: ASTNode): Path | undefined {
  if (node.op === 'id') return { root: node.args, text: node.args };
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const above = pathOf(node.args[0]);
  const key = node.op === '.' ? node.args[1] : literal(node.args[1]);
  return above && key !== undefined ? { root: above.root, text: above.text + step(key) } : undefined;
}

const literal = (node: ASTNode): string | bigint | undefined =>
  node.op === 'value' && (typeof node.args === 'string' || typeof node.args === 'bigint')
    ? node.args
    : undefined;

const step = (key: string | bigint): string => {
  if (typeof key === 'bigint') return `[${key}]`;
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
};
