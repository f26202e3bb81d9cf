import { createReviver } from 'bpmn-js-native-copy-paste/lib/PasteUtil.js';
import { clipboardWords } from '../../clipboard-words.ts';
import type { Ask } from '../services.ts';

type Needs = { readonly ask: Ask; readonly tell: (text: string) => void };
type Paste = { tree?: unknown };

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
  const revived = (text: string): unknown => JSON.parse(text, createReviver(ask('moddle')));

  bus.on('copyPaste.elementsCopied', first, ({ tree }: { readonly tree: unknown }) => {
    copied = { text: JSON.stringify(tree), isOnlyHere: false };
  });
  bus.on('copyPaste.pasteElements', first, (paste: Paste) => {
    if (paste.tree) return;
    wanted = paste;
    // The clipboard of the system holds something older.
    if (copied?.isOnlyHere) paste.tree = revived(copied.text);
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
