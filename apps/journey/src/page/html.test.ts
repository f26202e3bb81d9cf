import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributes, html, markup, raw } from './html.ts';

test('escapes every value, in text and in attributes', () => {
  expect(markup(html`<p title="${'" onclick="x'}">${"<b>&'"}</p>`)).toBe(
    '<p title="&quot; onclick=&quot;x">&lt;b&gt;&amp;&#39;</p>',
  );
});

test('keeps markup, joins lists and leaves nothing out as nothing', () => {
  const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
  expect(markup(html`<ul>${items}${undefined}${false}${null}${0}</ul>`)).toBe(
    '<ul><li>a</li><li>&lt;</li>0</ul>',
  );
});

test('an object that only looks like markup is no way around the escape', () => {
  const forged = JSON.parse('{"html":"<script>","Symbol(html)":"<script>"}');
  expect(() => markup(html`${forged}`)).toThrow();
});

test('writes attributes that are there', () => {
  expect(markup(attributes({ id: 'a"b', hidden: true, name: undefined, required: false, max: 0 }))).toBe(
    ' id="a&quot;b" hidden max="0"',
  );
});

test('no text gets out of its place', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(markup(html`${text}`)).not.toMatch(/[<>"']/);
      expect(markup(raw(text))).toBe(text);
    }),
  );
});
