import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/** An official signs in with the demonstration's own accounts, which fill the form. */
export async function signInToDesk({ opens, arrivesAt, presses, reads }: Visitor, name: string): Promise<void> {
  await opens('/desk');
  await arrivesAt('登录工作台');
  await presses(name);
  await presses('登录');
  await reads(`${name}，您好`);
  await arrivesAt('工作台');
}

/** The row of a work list that holds the case of this number. */
export const rowOf = ({ page }: Visitor, caseNumber: string): Locator =>
  page.getByRole('row').filter({ hasText: caseNumber });

/** Judges every review point that nobody has judged yet to be met, as one who has looked. */
export async function passEveryPoint({ page }: Visitor): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    const open = await page
      .locator('.point-list > li[data-verdict=open] [role=radiogroup]')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-labelledby')));
    for (const point of open)
      await page.locator(`[aria-labelledby="${point}"]`).getByRole('radio', { name: '符合', exact: true }).click();
    await page.waitForTimeout(1_000);
  }
}
