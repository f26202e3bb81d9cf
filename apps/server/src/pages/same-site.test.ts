import { expect, test } from 'vitest';
import { isSameSite } from './same-site.ts';

test.each([
  ['https://id.example.org', 'https://pages.example.org'],
  ['https://id.example.org', 'https://example.org'],
  ['https://example.org', 'https://a.b.example.org'],
  ['https://id.example.org', 'https://id.example.org:8443'],
  ['https://id.example.co.uk', 'https://pages.example.co.uk'],
  ['https://app.bmw.de', 'https://pages.bmw.de'],
  ['http://localhost:3000', 'http://localhost:3001'],
  ['http://localhost:3000', 'http://pages.localhost:3001'],
  ['https://one.github.io', 'https://two.github.io'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3001'],
])('%s and %s are one site', (one, other) => {
  expect(isSameSite(one, other)).toBe(true);
  expect(isSameSite(other, one)).toBe(true);
});

test.each([
  ['https://id.example.org', 'https://example-pages.org'],
  ['https://id.example.org', 'https://badexample.org'],
  ['https://id.example.co.uk', 'https://pages.example-content.co.uk'],
  ['http://localhost:3000', 'http://127.0.0.1:3001'],
  ['http://127.0.0.1:3000', 'http://127.0.0.2:3000'],
  ['http://[::1]:3000', 'http://127.0.0.1:3000'],
])('%s and %s are two', (one, other) => {
  expect(isSameSite(one, other)).toBe(false);
});
