import { expect, test } from 'vitest';
import { withPageScript } from './inject-script.ts';

const tag = '<script src="/latchkey-page.js"></script>';

test.each([
  ['<!DOCTYPE html>\n<html lang="en">\n<head>\n', '<meta charset="utf-8"></head>'],
  ['<html lang="en">\n<head>\n', '<title>a</title>'],
  ['<!-- <head> is not here -->\n<!doctype html>\n', '<p>Hello'],
  ['\uFEFF<html><head data-a="1">', '<script src="app.js"></script>'],
  ['', '<header>No head</header>'],
  ['', 'text'],
  ['', ''],
])('%j is followed by the script', (before, after) => {
  expect(withPageScript(before + after)).toBe(before + tag + after);
});
