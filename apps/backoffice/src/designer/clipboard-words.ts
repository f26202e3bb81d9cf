const allow = 'To copy between windows, allow the clipboard for this site in the browser’s settings.';

/** Words for a browser that refuses its clipboard. */
export const clipboardWords = Object.freeze({
  notCopied: `The browser refused the clipboard. What you copied can be pasted in this window. ${allow}`,
  pastedFromHere: `The browser refused the clipboard. What you copied last in this window was pasted. ${allow}`,
  notPasted: `The browser refused the clipboard, and nothing was copied in this window. ${allow}`,
});
