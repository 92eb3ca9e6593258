/**
 * The few things only a script can do: print, copy, read aloud. Their buttons are rendered hidden and shown from here, so a page
 * without a script never offers what it cannot do. Call once per page; no framework needed.
 */
export function enhance(page: Document): void {
  const voice = 'speechSynthesis' in window;
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-enhance]')) {
    const does = button.dataset['enhance'];
    if (does === 'print') button.addEventListener('click', () => window.print());
    else if (does === 'copy') button.addEventListener('click', () => copy(button));
    else if (does === 'read' && voice) button.addEventListener('click', () => readAloud(page, button));
    else continue;
    button.hidden = false;
  }
}

const swapLabel = (button: HTMLButtonElement): void => {
  const label = button.textContent;
  button.textContent = button.dataset['done'] ?? label;
  button.dataset['done'] = label ?? '';
};

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
  swapLabel(button);
  setTimeout(() => swapLabel(button), 2000);
}

const spoken = 'h1, h2, h3, p, li, dt, dd, legend, label, th, td, summary';

/** Block by block, a little slower than usual, the block being read marked (ux 5.4). A second press stops. */
function readAloud(page: Document, button: HTMLButtonElement): void {
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    return;
  }
  const blocks = [...page.querySelectorAll<HTMLElement>(`main :is(${spoken})`)].filter(
    (block) => block.offsetParent !== null && !block.querySelector(spoken) && block.textContent?.trim(),
  );
  swapLabel(button);
  speak(blocks, page.documentElement.lang, () => swapLabel(button));
}

function speak([block, ...rest]: HTMLElement[], language: string, finished: () => void): void {
  if (!block) {
    finished();
    return;
  }
  const words = new SpeechSynthesisUtterance(block.innerText);
  words.lang = language;
  words.rate = 0.9;
  words.onstart = () => block.setAttribute('data-speaking', '');
  words.onend = () => {
    block.removeAttribute('data-speaking');
    speak(rest, language, finished);
  };
  words.onerror = () => {
    block.removeAttribute('data-speaking');
    finished();
  };
  speechSynthesis.speak(words);
}
