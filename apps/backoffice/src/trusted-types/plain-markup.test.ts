import { describe, expect, test } from 'vitest';
import { isPlainMarkup } from './plain-markup.ts';

const written = [
  '',
  '.a > .b { color: red }',
  'a &lt;script&gt; that was escaped',
  '<div class="djs-overlays" />',
  '<div class="entry" draggable="true"></div>',
  '<div class="djs-popup-parent djs-scrollable" data-popup=bpmn-replace></div>',
  'St<b class="djs-search-highlight">a</b>rt &lt;now&gt;',
  '<input type="text" spellcheck="false" />',
  '<li><a class="bjs-crumb" href="#Process_1" title="A">A</a></li>',
  '<a href="http://bpmn.io" target="_blank" class="bjs-powered-by" title="Powered by bpmn.io" ><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14.02 5.57"><path fill="currentColor" d="M1.88.92v.14"/></svg></a>',
];

const hostile = [
  '<script>1</script>',
  '<SCRIPT>1</SCRIPT>',
  '<script',
  '<img src=x onerror=alert(1)>',
  '<div onclick="alert(1)"></div>',
  '<div class="a" onclick="alert(1)"></div>',
  '<div class="a"onclick="alert(1)"></div>',
  '<div/onclick="alert(1)"></div>',
  '<div class="a" style="background:url(https://evil.example)"></div>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" #x" href="javascript:alert(1)">a</a>',
  '<a href="https://bpmn.io.evil.example">a</a>',
  '<svg><animate attributeName="href" values="javascript:alert(1)"/></svg>',
  '<svg><use href="#x"/></svg>',
  '<svg><style></style></svg>',
  '<svg><foreignObject></foreignObject></svg>',
  '<iframe srcdoc="a"></iframe>',
  '<object data="a"></object>',
  '<form action="https://evil.example"></form>',
  '<base href="https://evil.example">',
  '<meta http-equiv="refresh" content="0">',
  '<link rel="stylesheet" href="https://evil.example">',
  '<template><div></div></template>',
  '<!-- a --><div></div>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[><img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?>',
  '<div title="<script>"></div>',
  '<div title="a',
  'a < b',
  '<divx></divx>',
  '</div onclick="a">',
  '<div\u0000></div>',
];

describe('markup of libraries', () => {
  test.each(written)('is what they write: %s', (text) => expect(isPlainMarkup(text)).toBe(true));
  test.each(hostile)('is never %s', (text) => expect(isPlainMarkup(text)).toBe(false));

  test('what hides behind something good is found all the same', () => {
    for (const good of written)
      for (const bad of hostile) {
        expect(isPlainMarkup(good + bad)).toBe(false);
        expect(isPlainMarkup(bad + good)).toBe(false);
      }
  });

  // One that went back and forth would not end before the test is given up.
  test('a long text is judged in one pass', () => {
    expect(isPlainMarkup(`<div ${'class="a" '.repeat(50_000)}onclick="a">`)).toBe(false);
    expect(isPlainMarkup(`${'<div class="a">'.repeat(50_000)}<script>`)).toBe(false);
    expect(isPlainMarkup(`<div${' '.repeat(50_000)}!`)).toBe(false);
  });
});
