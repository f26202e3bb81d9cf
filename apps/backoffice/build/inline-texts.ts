import { parseAst } from 'vite';

type AstNode = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** Attributes and members that people read. */
const read: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'help',
  'label',
  'placeholder',
  'title',
  'tooltip',
]);
/** Functions whose arguments people read. */
const saying: ReadonlySet<string> = new Set(['toast', 'confirm', 'alert']);

/** The texts that a module shows people without a message catalogue, each as `line: text`. */
export function inlineTexts(module: string): readonly string[] {
  const found: AstNode[] = [];
  visit(parseAst(module, { lang: 'tsx' }) as unknown as AstNode, found);
  const lineOf = (at: number) => module.slice(0, at).split('\n').length;
  return [...new Set(found)].map((node) => `${lineOf(node.start)}: ${textOf(node).trim()}`);
}

function visit(node: AstNode, found: AstNode[]): void {
  found.push(...shownBy(node).flatMap(literalsIn).filter(hasWords));
  for (const child of Object.values(node))
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, found);
}

/** The expressions whose value this node shows. */
const shownBy = (node: AstNode): readonly AstNode[] => {
  const { type } = node;
  if (type === 'JSXText') return [node];
  if (type === 'JSXElement' || type === 'JSXFragment')
    return nodesOf(node.children).filter((child) => child.type === 'JSXExpressionContainer');
  if (type === 'JSXAttribute')
    return nameOf(node.name) === 'text' || read.has(nameOf(node.name)) ? nodesOf(node.value) : [];
  if (type === 'Property') return read.has(nameOf(node.key)) ? nodesOf(node.value) : [];
  if (type === 'CallExpression') return saying.has(nameOf(node.callee)) ? nodesOf(node.arguments) : [];
  return [];
};

/** The literals that an expression may yield. */
function literalsIn(node: AstNode): readonly AstNode[] {
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
    case 'TemplateLiteral':
      return [node];
    case 'JSXExpressionContainer':
      return nodesOf(node.expression).flatMap(literalsIn);
    case 'ConditionalExpression':
      return [...nodesOf(node.consequent), ...nodesOf(node.alternate)].flatMap(literalsIn);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '&&' || isCalculated(node)
        ? nodesOf(node.right).flatMap(literalsIn)
        : [...nodesOf(node.left), ...nodesOf(node.right)].flatMap(literalsIn);
    default:
      return [];
  }
}

/** A comparison yields no text, whatever it compares. */
const isCalculated = ({ operator }: AstNode): boolean => !['||', '??', '+'].includes(String(operator));

const hasWords = (node: AstNode): boolean => /\p{L}{2}/u.test(textOf(node));

function textOf(node: AstNode): string {
  if (node.type !== 'TemplateLiteral') return typeof node.value === 'string' ? node.value : '';
  return nodesOf(node.quasis)
    .map((quasi) => (quasi.value as { readonly raw: string }).raw)
    .join('…');
}

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? (node.type === 'Literal' ? node.value : '')) : '';

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const nodesOf = (value: unknown): readonly AstNode[] =>
  (Array.isArray(value) ? value : [value]).filter(isNode);
