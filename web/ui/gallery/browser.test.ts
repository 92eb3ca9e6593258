import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { styleSheet } from './build.ts';
import { type Look, lookNames, renderScene, type SceneName, sceneNames } from './render.tsx';

const installed = '/usr/bin/chromium';

/** Every scene in every look, in a real browser. Without Debian's chromium these are skipped; CI has it. */
describe.skipIf(!existsSync(installed))('in a browser', () => {
  let browser: Browser;
  let css: string;
  let axe: string;

  beforeAll(async () => {
    css = await styleSheet();
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    browser = await chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  async function open(scene: SceneName, look: Look, width = 1200): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.setContent(renderScene(scene, look, css));
    return page;
  }

  const all = sceneNames.flatMap((scene) => lookNames.map((look) => [scene, look] as const));

  test.each(all)('%s, %s: axe finds nothing', async (scene, look) => {
    const page = await open(scene, look);
    await page.addScriptTag({ content: axe });

    const violations = await page.evaluate(
      (enhanced) =>
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on window
        (globalThis as any).axe
          .run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: enhanced } },
          })
          .then((result: { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }) =>
            result.violations.map(({ id, nodes }) => [id, nodes.map((node) => `${node.html} ${node.failureSummary}`)]),
          ),
      look !== 'std',
    );

    await page.close();
    expect(violations).toEqual([]);
  });

  test.each(all)(
    '%s, %s: everything to press is large enough, and nothing scrolls sideways at 320 px',
    async (scene, look) => {
      const page = await open(scene, look, 320);

      const found = await page.evaluate(
        (least) => {
          const inProse = (element: Element) =>
            element.matches('p a, dd a, li a') && getComputedStyle(element).display === 'inline';
          const small = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter(
            (element) => {
              const { width, height } = element.getBoundingClientRect();
              const covered = element instanceof HTMLInputElement && element.labels?.[0]?.closest('.option');
              const target = covered ? covered.getBoundingClientRect() : { width, height };
              const hidden = width <= 1 || element.closest('.only-read, .skip-link');
              return (
                !hidden &&
                !inProse(element) &&
                Math.min(target.height, element.matches('a') ? 99 : target.width) < least
              );
            },
          );
          return {
            small: small.map((element) => element.outerHTML.slice(0, 90)),
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          };
        },
        look === 'elder' ? 60 : 44,
      );

      await page.close();
      expect(found).toEqual({ small: [], sideways: 0 });
    },
  );

  test('after a refused post the error summary has the focus, and its links reach their fields', async () => {
    const page = await open('form', 'std');

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    await page.click('.error-summary a');
    expect(await page.evaluate(() => decodeURIComponent(location.hash))).toBe('#/shop/area');
    expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('/shop/area');
    await page.close();
  });

  test('Enter in a field of a form with rows goes on instead of removing a row', async () => {
    const page = await open('form', 'std');
    await page.route('**/*', (route) => route.fulfill({ body: 'ok' }));
    await page.evaluate(() => {
      document.querySelector('form[method="post"]')?.setAttribute('action', 'http://127.0.0.1/next');
    });

    const [request] = await Promise.all([page.waitForRequest('**/next'), page.press('[id="/staff/0/name"]', 'Enter')]);

    expect(request.postData()).not.toContain('row');
    await page.close();
  });

  test('a page with a script offers what only a script can do, and a page without one does not', async () => {
    const page = await open('guide', 'std');
    const print = page.getByRole('button', { name: '打印本页' });
    expect(await print.isVisible()).toBe(false);

    const script = await readFile(new URL('../src/enhance.ts', import.meta.url), 'utf8');
    await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }));
    await page.addScriptTag({ type: 'module', content: `${stripTypeScriptTypes(script)}; enhance(document);` });
    await print.click();

    expect(await page.getAttribute('body', 'data-printed')).toBe('');
    await page.close();
  });

  test('on paper there is no chrome and no button', async () => {
    const page = await open('guide', 'std');
    await page.emulateMedia({ media: 'print' });

    expect(await page.isVisible('h1')).toBe(true);
    for (const screenOnly of ['.official-bar', '.site-nav', '.site-footer', 'main .button', '.columns-aside'])
      expect(await page.isVisible(screenOnly), screenOnly).toBe(false);
    await page.close();
  });
});
