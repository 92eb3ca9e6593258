import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*.*?\*\//gs, '') }));

/** What Chromium 90 or Safari 14 do not know. `gap` in flex layouts is Safari 14.1; a grid takes the older `grid-gap`. */
const unknownThere = [
  /:has\(/,
  /@container|@layer|@scope|@property/,
  /color-mix\(|oklch\(|light-dark\(/,
  /\d(dvh|svh|lvh|dvw|cqw)\b/,
  /(?<!grid-(?:row-|column-)?)(?<![\w-])(?:row-|column-)?gap:/,
  /:focus-visible|:user-invalid/,
  /aspect-ratio:|inset:|accent-color:/,
  /[^}{;]*\{[^}]*&/,
];

test('no style sheet uses what the oldest supported browsers do not know', () => {
  const found = sheets.flatMap(({ name, css }) =>
    unknownThere.filter((pattern) => pattern.test(css)).map((pattern) => `${name}: ${pattern}`),
  );

  expect(found).toEqual([]);
});

test('no rule is nested in another', () => {
  for (const { name, css } of sheets) {
    const withoutAtRules = css.replaceAll(
      /@(?:media|supports|page|keyframes)[^{]*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g,
      '$1',
    );
    expect(withoutAtRules, name).not.toMatch(/\{[^}]*\{/);
  }
});

test('no gradients, no shadows but the focus ring, and the sheet stays small', () => {
  const all = sheets.map(({ css }) => css).join('\n');

  expect(all).not.toMatch(/gradient\(|text-shadow|filter:/);
  expect(all.match(/box-shadow/g)).toHaveLength(1);
  expect(gzipSync(all).length).toBeLessThan(18 * 1024);
});

test('every token that is used is defined', () => {
  const all = sheets.map(({ css }) => css).join('\n');
  const defined = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));

  const missing = [...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name).filter((name) => !defined.has(name));

  expect(missing).toEqual([]);
});
