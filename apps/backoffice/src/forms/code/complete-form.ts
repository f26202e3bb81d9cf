import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { readDraft } from '../document/draft-document.ts';
import type { Path } from '../document/form-json.ts';
import { memberSuggestions, valueSuggestions } from './suggestions.ts';

/** What CodeMirror tells of the place at which somebody types. */
type Typing = { readonly state: EditorState; readonly pos: number; readonly explicit: boolean };

type Node = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** The last text that was a document, by which one completes while another is being typed. */
let lastSound: ReturnType<typeof readDraft>;

/** Completes the members and the values of a form document. */
export function completeForm({ state, pos, explicit }: Typing) {
  const node = syntaxTree(state).resolveInner(pos, -1);
  const document = readDraft(state.sliceDoc()) ?? lastSound;
  lastSound = document;
  const isName = node.name === 'PropertyName' || node.name === 'Object';
  const isWord = ['PropertyName', 'String', 'Number', 'True', 'False', 'Null', '⚠'].includes(node.name);
  if (!explicit && !isWord) return null;
  const path = pathOf(node, state);
  const found = isName
    ? memberSuggestions(document, node.name === 'Object' ? path : path.slice(0, -1))
    : valueSuggestions(document, path);
  if (found.length === 0) return null;
  const from = isWord && node.name !== '⚠' ? node.from : pos;
  const options = found.map(({ label, detail }) => ({
    label: isName ? JSON.stringify(label) : label,
    type: isName ? 'property' : 'constant',
    ...(detail !== undefined && { detail }),
  }));
  return { from, to: isWord ? Math.max(pos, node.name === '⚠' ? pos : node.to) : pos, options };
}

/** The way from the root of the document to a node. */
function pathOf(node: Node, state: EditorState): Path {
  const path: (string | number)[] = [];
  for (let at: Node | null = node; at !== null; at = at.parent) {
    const { parent }: { parent: Node | null } = at;
    if (at.name === 'Property') path.unshift(nameOf(at, state));
    else if (parent?.name === 'Array') path.unshift(placeIn(parent, at));
  }
  return path;
}

function nameOf(property: Node, state: EditorState): string {
  const name = property.getChild('PropertyName');
  return name === null ? '' : state.sliceDoc(name.from + 1, name.to - 1);
}

function placeIn(list: Node, item: Node): number {
  let place = 0;
  for (let child = list.firstChild; child !== null && child.from < item.from; child = child.nextSibling) {
    if (!['[', ']', ',', '⚠'].includes(child.name)) place++;
  }
  return place;
}
