import { expect, test } from 'vitest';
import { completionAt } from './completion.ts';

const paths = ['_forms.form1.currentForm.data.email', '_identityStore.users.user1.email', '_decision'].map(
  (path) => ({ path, docs: '', type: 'string', from: '' }),
);
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret, paths);
};
const offered = (marked: string) => at(marked)?.options.map(({ path }) => path);

test('inside the braces every known path is offered, outside none', () => {
  expect(offered('Dear ${|')).toHaveLength(3);
  expect(offered('Dear |')).toBeUndefined();
  expect(offered('${_decision}|')).toBeUndefined();
});

test('what is typed narrows the list by each of its parts', () => {
  expect(offered('${_forms.em|}')).toEqual(['_forms.form1.currentForm.data.email']);
  expect(offered('${email|}')).toHaveLength(2);
  expect(offered('${_decision|}')).toEqual([]);
});

test('a chosen path takes the place of what was typed, and the brace is closed once', () => {
  expect(at('Dear ${_dec|')?.insert('_decision')).toEqual({ text: 'Dear ${_decision}', caret: 16 });
  expect(at('${_dec|}')?.insert('_decision').text).toBe('${_decision}');
  expect(at('${_decision == _d|}')?.insert('_decision').text).toBe('${_decision == _decision}');
});
