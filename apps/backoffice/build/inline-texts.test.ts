import { describe, expect, test } from 'vitest';
import { inlineTexts } from './inline-texts.ts';

describe('a text without a catalogue is found', () => {
  test.each([
    ['<p>Hello</p>', '1: Hello'],
    ['<p>{"Hello"}</p>', '1: Hello'],
    ['<p>{isOpen ? "Open" : words.closed}</p>', '1: Open'],
    ['<p>{isFaulty && <b>has a problem</b>}</p>', '1: has a problem'],
    ['<p>{isDefault && " (default)"}</p>', '1: (default)'],
    ['<p>{name ?? "nobody"}</p>', '1: nobody'],
    ['<p>{`then ${name}`}</p>', '1: then …'],
    ['<i aria-label="Close"/>', '1: Close'],
    ['<i title={`${name}: unit`}/>', '1: …: unit'],
    ['<i data={[{ value: "a", label: "First" }]}/>', '1: First'],
    ['toast("It is saved.")', '1: It is saved.'],
  ])('%s', (module, expected) => expect(inlineTexts(module)).toEqual([expected]));
});

describe('what nobody reads as a text is left alone', () => {
  test.each([
    '<p className="wide">{words.hello}</p>',
    '<p>{`${count} · ${name}`} – …</p>',
    '<i title={words.title("saved")} role="status"/>',
    '<p>{kind === "task" ? words.task : null}</p>',
    '<p>{kind === "task" && words.task}</p>',
    "const timer = { kind: 'duration', text: 'PT10M' };",
    'const type = { label: words.label, kind: "task" };',
  ])('%s', (module) => expect(inlineTexts(module)).toEqual([]));
});
