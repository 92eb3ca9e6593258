import { describe, expect, test } from 'vitest';
import { addressIn, ownPage, withQuery } from './address.ts';

test('English addresses stand under /en, Chinese ones at the root', () => {
  expect([addressIn('zh', '/my'), addressIn('en', '/my'), addressIn('en', '/')]).toEqual(['/my', '/en/my', '/en']);
});

describe('a page to go back to', () => {
  test.each(['/my/cases?show=drafts', '/items/a?q-x=y', '/'])('%s is one of ours', (path) => {
    expect(ownPage(path, '/home')).toBe(path);
  });

  test.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/my\nset-cookie: a=b',
    '/sign-out',
    '/sign-in?return=/my',
    '/api/my/account',
    '/desk',
    '',
    null,
    undefined,
  ])('%s is not followed', (path) => {
    expect(ownPage(path, '/home')).toBe('/home');
  });
});

test('a query is changed name by name, and an empty value takes its name out', () => {
  expect(withQuery('/search?q=a&after=x', { after: undefined, target: '1' })).toBe('/search?q=a&target=1');
  expect(withQuery('/search?q=a', { q: '' })).toBe('/search');
});
