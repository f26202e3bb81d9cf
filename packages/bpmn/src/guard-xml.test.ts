import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardXml } from './guard-xml.ts';

describe('guardXml', () => {
  test('lets ordinary XML pass', () => {
    guardXml('<?xml version="1.0"?><!-- <a> --><a b="1>0"><![CDATA[<!DOCTYPE x>]]><c/></a>');
  });

  test('more than 1 MiB is too large, counted in bytes', () => {
    guardXml(`<a>${'x'.repeat(1_048_569)}</a>`);
    expect(() => guardXml(`<a>${'x'.repeat(1_048_570)}</a>`)).toThrow(
      expect.objectContaining({ code: 'definition.too-large', status: 413 }),
    );
    expect(() => guardXml(`<a>${'é'.repeat(600_000)}</a>`)).toThrow(
      expect.objectContaining({ code: 'definition.too-large' }),
    );
  });

  test('sixty-four elements within one another are enough', () => {
    guardXml('<a>'.repeat(64) + '</a>'.repeat(64));
    guardXml('<a></a>'.repeat(1000));
    expect(() => guardXml('<a>'.repeat(65) + '</a>'.repeat(65))).toThrow(
      expect.objectContaining({ code: 'definition.unreadable' }),
    );
  });

  test.each([
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!doctype a><a/>',
    '<a><!ENTITY x SYSTEM "file:///etc/passwd"></a>',
    '<a',
    '<a b="1>',
    '<!-- never closed',
    '<![CDATA[ never closed',
  ])('refuses %s', (xml) => {
    expect(() => guardXml(xml)).toThrow(expect.objectContaining({ code: 'definition.unreadable' }));
  });

  test('a document type never passes, wherever markup may stand', () => {
    const before = fc.constantFrom(
      '',
      ' ',
      '<?xml version="1.0"?>',
      '<!-- c -->',
      '<a>',
      '<a b="<">',
      "<a b='>'>",
    );
    fc.assert(
      fc.property(fc.array(before, { maxLength: 6 }), (parts) => {
        expect(() => guardXml(`${parts.join('')}<!DOCTYPE a>`)).toThrow();
      }),
    );
  });
});
