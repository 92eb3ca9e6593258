/** Sends files as soon as they are chosen and says how far it is; without a script the button does the same without the numbers. */
export function upload(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('.saved-line');
  if (!line) return;
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file' && target.files?.length) send(form, line);
  });
}

function send(form: HTMLFormElement, line: HTMLElement): void {
  const request = new XMLHttpRequest();
  const { saidUploading = '', saidFailed = '' } = form.dataset;
  line.removeAttribute('data-failed');
  line.textContent = saidUploading;
  line.scrollIntoView({ block: 'nearest' });
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    line.textContent = `${saidUploading} ${Math.round((loaded / total) * 100)}%`;
  });
  request.addEventListener('load', () => {
    if (request.status < 500 && show(request.responseText)) return;
    fail(line, saidFailed);
  });
  request.addEventListener('error', () => fail(line, saidFailed));
  request.open('POST', form.action);
  request.send(new FormData(form));
}

function fail(line: HTMLElement, words: string): void {
  line.textContent = words;
  line.setAttribute('data-failed', '');
}

/** The answer is the page anew, with the files in their places or with what was wrong with them. */
function show(html: string): boolean {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main');
  const form = main?.querySelector<HTMLFormElement>('form[data-enhance="upload"]');
  if (!main || !form) return false;
  document.title = page.title;
  document.querySelector('main')?.replaceWith(main);
  upload(form);
  main.querySelector<HTMLElement>('#error-summary')?.focus();
  return true;
}
