const PAUSE_MS = 1500;
const RETRY_MS = 4000;
const PATIENCE_MS = 8000;
const UNAUTHORISED = 401;
const FORBIDDEN = 403;

interface Saved {
  version: number;
  savedAt: string;
  /** The answers have brought new questions, or taken some away. */
  changed: boolean;
}

/**
 * Saves a form page shortly after the last change (ux R1) and says so in words. The server keeps the version: each save carries it and
 * brings the next. When the draft has moved on elsewhere, saving stops and the page's own button shows both sides.
 */
export function autosave(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('.saved-line');
  const version = form.querySelector<HTMLInputElement>('input[name="version"]');
  if (!line || !version) return;
  const { save = '', saidSaved = '', saidFailed = '', saidStale = '', saidSignedOut = '' } = form.dataset;
  let signedOut = false;
  let timer: number | undefined;
  let running: Promise<void> | undefined;

  const say = (words: string, failed: boolean): void => {
    line.textContent = words;
    line.toggleAttribute('data-failed', failed);
  };
  const soon = (delay: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const mine = (running ?? Promise.resolve()).then(saveNow).finally(() => {
        if (running === mine) running = undefined;
      });
      running = mine;
    }, delay);
  };

  async function saveNow(): Promise<void> {
    try {
      const reply = await post(save, wordsOf(form));
      signedOut = [UNAUTHORISED, FORBIDDEN].includes(reply.status);
      if (signedOut) return say(saidSignedOut, true);
      if (reply.status === 412) return say(saidStale, true);
      if (!reply.ok) throw new Error(String(reply.status));
      const saved = (await reply.json()) as Saved;
      if (version) version.value = String(saved.version);
      say(saidSaved.replace('{time}', clockTime(saved.savedAt)), false);
      if (saved.changed) await redraw(form);
    } catch {
      say(saidFailed, true);
      soon(RETRY_MS);
    }
  }

  /** Back from signing in again in another window: the form belongs to the new session now. */
  window.addEventListener('focus', async () => {
    if (!signedOut) return;
    const token = (await pageAnew()).querySelector<HTMLInputElement>('form[data-enhance="autosave"] [name="csrf"]');
    const mine = form.querySelector<HTMLInputElement>('[name="csrf"]');
    if (!token || !mine) return;
    mine.value = token.value;
    soon(0);
  });
  form.addEventListener('input', () => soon(PAUSE_MS));
  form.addEventListener('change', () => soon(0));
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    const pressed = event.submitter;
    void running.finally(() => (pressed ? pressed.click() : form.submit()));
  });
}

/** A network that does not answer must not hold up the page's own button. */
async function post(address: string, body: URLSearchParams): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    return await fetch(address, { method: 'POST', body, signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** As the browser itself would post it, but for the buttons, of which none was pressed. */
const wordsOf = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

const clockTime = (moment: string): string =>
  new Date(moment).toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

const pageAnew = async (): Promise<Document> =>
  new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');

/** Fetches the page's fields anew, keeps what was typed meanwhile, and leaves the cursor where it was. */
async function redraw(form: HTMLFormElement): Promise<void> {
  const fresh = (await pageAnew()).querySelector('[data-live]');
  const old = form.querySelector('[data-live]');
  if (!fresh || !old) return;
  const typed = new FormData(form);
  const taken = new Map<string, number>();
  const { activeElement } = document;
  old.replaceWith(fresh);
  for (const field of fresh.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea')) {
    const nth = taken.get(field.name) ?? 0;
    const value = typed.getAll(field.name)[nth];
    taken.set(field.name, nth + 1);
    if (typeof value === 'string') field.value = value;
  }
  if (activeElement?.id) document.getElementById(activeElement.id)?.focus();
}
