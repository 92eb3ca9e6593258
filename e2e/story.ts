import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import { type Visitor, visitor } from './visitor.ts';

export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Debian's Chromium, or whichever `CHROMIUM` names; as root it cannot have its sandbox. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

/** A person with a browser of their own: nobody else's cookies, the city's language and time. */
export async function newVisitor(browser: Browser, url: string, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  context.setDefaultTimeout(10_000);
  return visitor(await context.newPage(), url);
}

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
    steps((options = desktop) => newVisitor(browser, inject('world').url, options));
  });
}

/** What a failed step leaves: the picture and the words of every page that was open. */
async function keep(page: Page, name: string): Promise<void> {
  const report = join(import.meta.dirname, 'report');
  mkdirSync(report, { recursive: true });
  await page.screenshot({ path: join(report, `${name}.png`), fullPage: true });
  writeFileSync(join(report, `${name}.txt`), `${page.url()}\n\n${await page.locator('body').innerText()}\n`);
}
