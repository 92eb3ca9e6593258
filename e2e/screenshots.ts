/** `npm run screenshots`: the pictures of the READMEs, taken in the demo city on its first day. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { desktop, launch, openPage, phone } from './browser.ts';
import { startWorld } from './world.ts';

const folder = join(import.meta.dirname, '../docs/images');
/** As much of a page as a reader takes in at a glance. */
const tall = (options: BrowserContextOptions, height: number): BrowserContextOptions => ({
  ...options,
  viewport: { width: options.viewport?.width ?? 1280, height },
});
const guide = '/items/food-business-licence-new?region=690102000000&q-business-form=catering&q-area=up-to-50';

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  console.log(`docs/images/${name}.png`);
}

async function portal(browser: Browser, url: string): Promise<void> {
  for (const [name, path, options] of [
    ['portal-home', '/', desktop],
    ['portal-guide', guide, tall(desktop, 1200)],
    ['portal-phone-elder', '/?mode=elder', tall(phone, 1180)],
  ] as const) {
    const page = await openPage(browser, options);
    await page.goto(url + path);
    await take(page, name);
  }
}

/** A reviewer's work list, and a case that is hers. */
async function desk(browser: Browser, url: string): Promise<void> {
  const page = await openPage(browser, desktop);
  await page.goto(`${url}/desk/cases`);
  await page.getByRole('button', { name: '示例·沈审查' }).click();
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('.case-table').waitFor();
  await take(page, 'desk-queue');
  await page.getByRole('row').filter({ hasText: '审查中' }).last().getByRole('link').click();
  await page.locator('.material-viewer img').waitFor();
  await take(page, 'desk-case');
}

mkdirSync(folder, { recursive: true });
const world = await startWorld();
const browser = await launch();
try {
  await portal(browser, world.url);
  await desk(browser, world.url);
} finally {
  await browser.close();
  await world.stop();
}
