import type { ASTNode } from '@marcbachmann/cel-js';
import { isLoop } from './syntax-tree.ts';

/**
 * Writes a syntax tree as source again, with the accounting functions of `work` put in: `_loop(…)` round the list of every
 * loop and, inside loops, `_spend(…)` round operands whose size makes the work. Indexes inside has(…) become members,
 * because CEL's has() takes members only.
 */
export const printSyntax = (node: ASTNode): string => print(node, { inLoop: false, inHas: false });

type Place = { readonly inLoop: boolean; readonly inHas: boolean };
type Method = [string, ASTNode, ASTNode[]];

function print(node: ASTNode, place: Place): string {
  switch (node.op) {
    case 'value':
      return printValue(node.args);
    case 'id':
      return node.args;
    case '.':
    case '.?':
      return `${atom(node.args[0], place)}.${node.args[1]}`;
    case '[]':
    case '[?]':
      return printIndex(node.args, place);
    case 'call':
      return printCall(node.args, place);
    case 'rcall':
      return isLoop(node) ? printLoop(node.args, place) : printMethod(node.args, place);
    case 'list':
      return `[${printAll(node.args, place)}]`;
    case 'map':
      return `{${node.args.map((entry) => entry.map((part) => print(part, place)).join(': ')).join(', ')}}`;
    case '!_':
    case '-_':
      return `(${node.op[0]}${print(node.args, place)})`;
    case '?:':
      return `(${print(node.args[0], place)} ? ${print(node.args[1], place)} : ${print(node.args[2], place)})`;
    case '||':
    case '&&':
      return `(${print(node.args[0], place)} ${node.op} ${print(node.args[1], place)})`;
    default:
      return `(${operand(node.args[0], place)} ${node.op} ${operand(node.args[1], place)})`;
  }
}

const printAll = (nodes: readonly ASTNode[], place: Place) =>
  nodes.map((node) => print(node, place)).join(', ');

const operand = (node: ASTNode, place: Place) =>
  place.inLoop && node.op !== 'value' ? `_spend(${print(node, place)})` : print(node, place);

/** A number before a dot would be read as a decimal. */
const atom = (node: ASTNode, place: Place) =>
  node.op === 'value' ? `(${print(node, place)})` : print(node, place);

function printIndex([left, index]: [ASTNode, ASTNode], place: Place): string {
  const isMember = place.inHas && index.op === 'value' && /^[A-Za-z_]\w*$/.test(String(index.args));
  return isMember
    ? `${atom(left, place)}.${index.args}`
    : `${atom(left, place)}[${print(index, { ...place, inHas: false })}]`;
}

function printCall([name, values]: [string, ASTNode[]], place: Place): string {
  if (name === 'has') return `has(${printAll(values, { ...place, inHas: true })})`;
  return `${name}(${values.map((value) => operand(value, place)).join(', ')})`;
}

const printLoop = ([name, list, [variable, ...bodies]]: Method, place: Place) =>
  `_loop(${print(list, place)}).${name}(${[
    variable ? print(variable, place) : '',
    ...bodies.map((body) => print(body, { inLoop: true, inHas: false })),
  ].join(', ')})`;

const printMethod = ([name, receiver, values]: Method, place: Place) =>
  `${place.inLoop ? operand(receiver, place) : atom(receiver, place)}.${name}(${values
    .map((value) => operand(value, place))
    .join(', ')})`;

function printValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint' || typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'number') return `${value}u`;
  return Number.isInteger(value) && !String(value).includes('e') ? `${value}.0` : String(value);
}
