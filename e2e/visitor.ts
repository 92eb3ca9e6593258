import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf } from './page-checks.ts';

/** Somebody at a browser, in words of what they do and see. `part` names the group, region, row or dialog that is meant. */
export interface Visitor {
  readonly page: Page;
  opens(path: string): Promise<void>;
  /** Stands on the page whose title begins so; every page one arrives at keeps the rules for pages. */
  arrivesAt(title: string): Promise<void>;
  reads(...texts: string[]): Promise<void>;
  doesNotRead(...texts: string[]): Promise<void>;
  follows(link: string, part?: Locator): Promise<void>;
  presses(button: string, part?: Locator): Promise<void>;
  chooses(option: string, part?: Locator): Promise<void>;
  writes(field: string, text: string, part?: Locator): Promise<void>;
  attaches(field: string, ...files: string[]): Promise<void>;
  group(name: string): Locator;
  /** A second window of the same browser. */
  anotherWindow(): Promise<Visitor>;
}

/** People know a thing by its first words; what follows may be a remark or a shortcut. */
const beginning = (words: string): RegExp => new RegExp(`^${words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);

export function visitor(page: Page, url: string): Visitor {
  const body = page.locator('body');
  let requests = 0;
  const ended = () => {
    requests -= 1;
  };
  page.on('request', () => {
    requests += 1;
  });
  page.on('requestfinished', ended).on('requestfailed', ended);
  const shown = (found: Locator): Locator => found.filter({ visible: true }).first();
  const called = (role: 'link' | 'button', name: string, part: Locator): Locator =>
    shown(part.getByRole(role, { name: beginning(name) }));
  const field = (label: string, part: Locator): Locator =>
    part.getByLabel(beginning(label)).and(page.locator('input, textarea, select')).first();
  return {
    page,
    opens: async (path) => {
      await page.goto(url + path);
    },
    arrivesAt: async (title) => {
      await expect
        .poll(() => page.title(), { timeout: 15_000, message: `on the way to ${title}` })
        .toSatisfy((now: string) => now.startsWith(title));
      await page.waitForLoadState('load');
      await expect.poll(() => requests, { timeout: 10_000, message: `${title} is still loading` }).toBe(0);
      const faults = await faultsOf(page);
      await picture(page, title);
      expect(faults, `${title} ${page.url()}`).toEqual([]);
    },
    reads: async (...texts) => {
      for (const text of texts) await shown(body.getByText(text)).waitFor();
    },
    doesNotRead: async (...texts) => {
      for (const text of texts) expect(await body.getByText(text).filter({ visible: true }).count(), text).toBe(0);
    },
    follows: (link, part = body) => called('link', link, part).click(),
    presses: (button, part = body) => called('button', button, part).click(),
    chooses: (option, part = body) => field(option, part).check(),
    writes: (label, text, part = body) => field(label, part).fill(text),
    attaches: (label, ...files) => field(label, body).setInputFiles(files),
    group: (name) => body.getByRole('group', { name }),
    anotherWindow: async () => visitor(await page.context().newPage(), url),
  };
}

let pictures = 0;

/** With `PICTURES=folder` every page that anybody arrives at is kept there, to be looked at. */
async function picture(page: Page, title: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  pictures += 1;
  const name = `${process.pid}-${String(pictures).padStart(3, '0')}-${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: true });
}
