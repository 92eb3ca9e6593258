import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Tokens = Record<string, string>;

/** The custom properties of each block, in the order of the file. */
const blocks: { selector: string; tokens: Tokens }[] = [
  ...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g),
].map(([, selector = '', body = '']) => ({
  selector: selector.trim(),
  tokens: Object.fromEntries([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value])),
}));

/** What a page with these axes on <html> sees; later blocks win, as all selectors weigh the same. */
function tokensOf(...axes: string[]): Tokens {
  const seen = blocks.filter(({ selector }) => selector === ':root' || axes.includes(selector));
  return Object.assign({}, ...seen.map(({ tokens }) => tokens));
}

function colour(tokens: Tokens, name: string): string {
  const value = tokens[`--${name}`]?.trim() ?? '';
  const [, referred] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  return referred ? colour(tokens, referred) : value;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tones = ['alert', 'amber', 'info', 'ok', 'violet'];
const text: [string, string][] = [
  ...['ink-900', 'ink-700', 'ink-500'].flatMap((ink) =>
    ['paper', 'mist', 'mist-2'].map((on): [string, string] => [ink, on]),
  ),
  ...['brand-900', 'brand-700', 'brand-600', 'link'].map((brand): [string, string] => [brand, 'paper']),
  ...['mist', 'brand-050'].map((on): [string, string] => ['link', on]),
  ['brand-900', 'brand-100'],
  ['on-brand', 'brand-700'],
  ['on-brand', 'brand-900'],
  ['on-cover', 'cover'],
  ['on-selected', 'selected'],
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-700`, 'paper'],
    [`${tone}-700`, `${tone}-100`],
    ['ink-900', `${tone}-100`],
    ['on-tone', `${tone}-700`],
  ]),
];
const graphics: [string, string][] = [
  ['line-strong', 'paper'],
  ['line-strong', 'mist'],
  ['focus-inner', 'focus-outer'],
];

const brands = ['song', 'dai', 'jiang'].map((brand) => `[data-brand="${brand}"]`);
const looks = [
  { look: 'plain', axes: [], least: { text: 4.5, graphics: 3 } },
  { look: 'for elders', axes: ['[data-mode="elder"]'], least: { text: 7, graphics: 4.5 } },
  { look: 'in high contrast', axes: ['[data-theme="hc"]'], least: { text: 7, graphics: 4.5 } },
  {
    look: 'for elders in high contrast',
    axes: ['[data-mode="elder"]', '[data-theme="hc"]'],
    least: { text: 7, graphics: 4.5 },
  },
];

describe.each(looks)('contrast $look', ({ axes, least }) => {
  test.each(brands)('every pair is legible under %s', (brand) => {
    const tokens = tokensOf(brand, ...axes);
    const tooFaint = (pairs: [string, string][], atLeast: number) =>
      pairs
        .map(([ink, on]) => ({ pair: `${ink} on ${on}`, ratio: contrast(colour(tokens, ink), colour(tokens, on)) }))
        .filter(({ ratio }) => !(ratio >= atLeast));

    expect(tooFaint(text, least.text)).toEqual([]);
    expect(tooFaint(graphics, least.graphics)).toEqual([]);
  });
});

test('the focus ring shows on paper by its ink and on the cover by its yellow', () => {
  const tokens = tokensOf();

  expect(contrast(colour(tokens, 'focus-inner'), colour(tokens, 'paper'))).toBeGreaterThan(3);
  expect(contrast(colour(tokens, 'focus-outer'), colour(tokens, 'cover'))).toBeGreaterThan(3);
});

test('the seal is legible as a graphic on paper', () => {
  expect(contrast(colour(tokensOf(), 'seal'), '#ffffff')).toBeGreaterThan(4.5);
});
