import { createReviver } from 'bpmn-js-native-copy-paste/lib/PasteUtil.js';
import { clipboardWords } from '../../clipboard-words.ts';
import type { Ask, Point, Shape } from '../services.ts';
import { pastePlace } from './paste-place.ts';

type Needs = { readonly ask: Ask; readonly tell: (text: string) => void };
type Paste = { tree?: unknown; element?: Shape; point?: Point };

/** What was copied last in this page, whichever diagram it was. */
let copied: { readonly text: string; readonly isOnlyHere: boolean } | undefined;

/** Before the clipboard of the system is asked. */
const first = 3000;

/**
 * Keeps what was copied also in the page, for browsers that refuse the clipboard of the system: then it can still be
 * pasted into every diagram that is opened in this window, and the person is told what to do for others.
 */
export function installClipboard({ ask, tell }: Needs): void {
  const bus = ask('eventBus');
  let wanted: Paste = {};
  let isPlacing = false;
  /** What is pasted hangs on the pointer; where none is over the canvas, it goes to a place of its own. */
  const place = (paste: Paste): void => {
    if (ask('canvas').getContainer().matches(':hover')) return;
    paste.element = ask('canvas').getRootElement();
    paste.point = pastePlace(ask, 120);
    isPlacing = true;
  };
  bus.on(
    'commandStack.elements.create.postExecuted',
    500,
    ({ context }: { readonly context: { readonly elements: readonly Shape[] } }) => {
      if (!isPlacing) return;
      isPlacing = false;
      const made = context.elements.filter(({ waypoints, labelTarget }) => !waypoints && !labelTarget);
      ask('selection').select(made);
      if (made[0]) ask('canvas').scrollToElement(made[0].id, 80);
    },
  );
  const revived = (text: string): unknown => JSON.parse(text, createReviver(ask('moddle')));

  bus.on('copyPaste.elementsCopied', first, ({ tree }: { readonly tree: unknown }) => {
    copied = { text: JSON.stringify(tree), isOnlyHere: false };
  });
  bus.on('copyPaste.pasteElements', first, (paste: Paste) => {
    if (paste.tree) return place(paste);
    wanted = paste;
    // The clipboard of the system holds something older.
    if (!copied?.isOnlyHere) return;
    paste.tree = revived(copied.text);
    place(paste);
  });
  bus.on('native-copy-paste:error', first, ({ message }: { readonly message: string }) => {
    if (/populate/.test(message)) {
      if (copied) copied = { ...copied, isOnlyHere: true };
      tell(clipboardWords.notCopied);
    } else if (copied) {
      ask('copyPaste').paste({ ...wanted, tree: revived(copied.text) });
      tell(clipboardWords.pastedFromHere);
    } else tell(clipboardWords.notPasted);
  });
}
