/** What gives a drawn form its life, for the preview of whoever builds it: the same functions as on the page itself. */
export { faults, readValues, tell, writeValues } from './fields.ts';
export { judgeWhileTyping } from './judge-while-typing.ts';
export { keepVisible } from './keep-visible.ts';
