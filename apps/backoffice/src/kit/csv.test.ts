import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';

describe('a CSV file', () => {
  test('has a header and ends each row as RFC 4180 says', () => {
    expect(csvOf(['a', 'b'], [['1', '2']])).toBe('a,b\r\n1,2\r\n');
  });

  test('quotes commas, quotes and line breaks', () => {
    expect(csvOf(['a'], [['x,y'], ['say "hi"'], ['two\nlines']])).toBe(
      'a\r\n"x,y"\r\n"say ""hi"""\r\n"two\nlines"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('lets no spreadsheet run %j', (formula) => {
    const [, row] = csvOf(['a'], [[formula]]).split(/\r\n/, 2);
    expect(row?.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  test('leaves harmless cells as they are', () => {
    expect(csvOf(['a'], [['a=b'], ["it's"], ['']])).toBe("a\r\na=b\r\nit's\r\n\r\n");
  });
});
