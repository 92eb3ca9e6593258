import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import { desktop, launch, openPage } from './browser.ts';
import { type Visitor, visitor } from './visitor.ts';

/** Steps in order, each going on where the one before ended: when one fails the rest is skipped. `arrive` brings somebody new. */
export function story(
  name: string,
  steps: (arrive: (options?: BrowserContextOptions) => Promise<Visitor>) => void,
): void {
  describe(name, () => {
    let browser: Browser;
    let failed = false;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());
    beforeEach(({ skip }) => skip(failed, 'a step before it failed'));
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      failed = true;
      for (const [n, page] of browser
        .contexts()
        .flatMap((context) => context.pages())
        .entries())
        await keep(page, `${task.name.replaceAll(/\W+/g, '-')}-${n + 1}`);
    });
    steps(async (options = desktop) => visitor(await openPage(browser, options), inject('world').url));
  });
}

/** What a failed step leaves: the picture and the words of every page that was open. */
async function keep(page: Page, name: string): Promise<void> {
  const report = join(import.meta.dirname, 'report');
  mkdirSync(report, { recursive: true });
  await page.screenshot({ path: join(report, `${name}.png`), fullPage: true });
  writeFileSync(join(report, `${name}.txt`), `${page.url()}\n\n${await page.locator('body').innerText()}\n`);
}
