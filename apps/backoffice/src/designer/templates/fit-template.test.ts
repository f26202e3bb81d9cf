import { expect, test } from 'vitest';
import { replaced, withVersion } from './fit-template.ts';

const task = (form: string) => `<latchkey:activity type="customDataForm" version="1">
  <latchkey:parameter name="storeName">demoStore</latchkey:parameter>
  <latchkey:parameter name="dataFormName">${form}</latchkey:parameter>
  <latchkey:parameter name="dataFormVersion">1</latchkey:parameter>
</latchkey:activity>`;

test('a parameter gets the name that is there, as XML writes it; what is not there stays', () => {
  expect(replaced(task('a'), { storeName: 'R&D <x>', relyingPartyId: undefined })).toContain(
    '<latchkey:parameter name="storeName">R&amp;D &lt;x></latchkey:parameter>',
  );
  expect(replaced(task('a'), { storeName: undefined })).toBe(task('a'));
});

test('a form gets its version where it is named, another form keeps its own', () => {
  const both = withVersion(task('mine') + task('theirs'), 'mine', 7);
  expect(both).toBe(task('mine').replace('>1<', '>7<') + task('theirs'));
});
