import type { Page } from 'playwright-core';

const reachable = 'a[href], button, input, select, textarea, summary, [tabindex], iframe';

/**
 * Presses Tab from the top of the page to its end: what is wrong when everything that can be used should be reached once, in the order
 * of the page, with a focus that is seen and not behind a bar (ux 5.2, WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).
 */
export async function keyboardFaultsOf(page: Page): Promise<string[]> {
  const stops = await numberStops(page);
  await page.locator('[data-stop="0"]').focus();
  await page.keyboard.press('Shift+Tab');
  const faults: string[] = [];
  for (const [n, stop] of stops.entries()) {
    await page.keyboard.press('Tab');
    const focus = await focusOn(page);
    if (focus.stop !== n) return [...faults, `Tab ${n + 1} went to ${focus.name}, not to ${stop}`];
    if (!focus.marked) faults.push(`the focus is not seen on ${stop}`);
    if (focus.covered) faults.push(`the focus is behind something on ${stop}`);
  }
  await page.keyboard.press('Tab');
  const after = await focusOn(page);
  return after.stop > 0 ? [...faults, `after the last stop Tab went to ${after.name}`] : faults;
}

/** Numbers everything that Tab should reach, in the order of the document, and names it. One of a group of radio buttons stands for all. */
const numberStops = (page: Page): Promise<string[]> =>
  page.locator('html').evaluate((html, selector) => {
    const seen = new Set();
    const stops = [...html.querySelectorAll(selector)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      if (element.type !== 'radio') return true;
      const group = [...html.querySelectorAll('input[type=radio]')].filter((radio) => radio.name === element.name);
      const chosen = group.find((radio) => radio.checked) ?? group[0];
      return element === chosen && !seen.has(element.name) && seen.add(element.name);
    });
    stops.forEach((element, n) => {
      element.dataset.stop = String(n);
    });
    return stops.map((element) => element.outerHTML.slice(0, 120));
  }, reachable);

interface Focus {
  stop: number;
  name: string;
  /** The element, or what stands for it, wears a ring of two pixels or more. */
  marked: boolean;
  covered: boolean;
}

const focusOn = (page: Page): Promise<Focus> =>
  page.locator('html').evaluate((html) => {
    const document = html.ownerDocument;
    const element = document.activeElement;
    const wearers = [element, element.parentElement, element.nextElementSibling, element.closest('label')];
    const marked = wearers.some((wearer) => {
      if (!wearer) return false;
      const style = document.defaultView.getComputedStyle(wearer);
      return (
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
      );
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const under = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    const near = element.closest('label, .option, .search-box, a, button, summary') ?? element;
    return {
      stop: Number(element.dataset.stop ?? -1),
      name: element.outerHTML.slice(0, 120),
      marked,
      covered: !(under && (near.contains(under) || under.contains(element))),
    };
  });
