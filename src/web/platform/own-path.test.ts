import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  ['/customers?q=ana#top', '/customers?q=ana#top'],
  ['/', '/'],
  ['/customers/0199d5e0', '/customers/0199d5e0'],
])('a path of ours stays: %s', (given, expected) => {
  expect(ownPath(given)).toBe(expected);
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/a\n',
  'javascript:alert(1)',
  'customers',
  '',
  '/.//evil.example',
  '/x/..//evil.example',
  '/sign-in?back=/sign-in',
  '/api/v1/staff/me',
])('anything else leads home: %j', (given) => {
  expect(ownPath(given)).toBe('/');
});

test('nothing given leads home', () => {
  expect(ownPath(undefined)).toBe('/');
});
