import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A button that is just becoming usable has the colours of neither state: what moves is looked at when it has stopped. */
const settled = `Promise.race([
  Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  new Promise((resume) => setTimeout(resume, 1000)),
]).then(() => undefined)`;

/** What is wrong with the page as it stands, one line a fault; none is the only good answer (ux 5.2). */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(settled);
  const elder = (await page.locator('html').getAttribute('data-mode')) === 'elder';
  return [
    ...(await axeFaults(page, elder)),
    ...(await sidewaysFaults(page)),
    ...(elder ? await smallTargets(page) : []),
  ];
}

/** Evaluated, not added as a script: the pages' own policy refuses scripts that are not theirs. */
async function axeFaults(page: Page, elder: boolean): Promise<string[]> {
  const options: RunOptions = {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: elder } },
    resultTypes: ['violations'],
  };
  const { violations } = (await page.evaluate(`${axe}; axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n    ${html.slice(0, 200)}\n    ${failureSummary}`),
  );
}

/** Only tables and viewers may be wider than the window, each within a frame of its own. */
const sidewaysFaults = (page: Page): Promise<string[]> =>
  page
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) =>
      scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in a window of ${clientWidth}`] : [],
    );

const ELDER_TARGET = 60;

/** Whatever one presses to go on is large in elder mode (ux 5.4). */
async function smallTargets(page: Page): Promise<string[]> {
  const targets = page.locator('main :is(button:not([aria-hidden]), .button, summary, input[type=file])');
  const measured = await targets.evaluateAll((elements) =>
    elements.map((element) => ({ height: element.getBoundingClientRect().height, html: element.outerHTML })),
  );
  return measured
    .filter(({ height }) => height > 0 && height < ELDER_TARGET)
    .map(({ height, html }) => `only ${Math.round(height)} px high: ${html.slice(0, 120)}`);
}
