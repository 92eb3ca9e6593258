import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { runnerImport } from 'vite';

/** Writes every scene in every look to web/ui/dist/gallery, to be opened in a browser. Node strips types but not JSX, so Vite loads it. */
const here = (path: string) => new URL(path, import.meta.url);

export async function styleSheet(): Promise<string> {
  const kit = await readFile(here('../src/kit.css'), 'utf8');
  const parts = [...kit.matchAll(/@import "(.+?)"/g)].map(([, file]) => readFile(here(`../src/${file}`), 'utf8'));
  return (await Promise.all(parts)).join('\n');
}

if (import.meta.main) {
  const { module } = await runnerImport<typeof import('./render.tsx')>(here('./render.tsx').pathname, {
    configFile: false,
  });
  const css = await styleSheet();
  await mkdir(here('../dist/gallery/'), { recursive: true });
  for (const scene of module.sceneNames)
    for (const look of module.lookNames)
      await writeFile(here(`../dist/gallery/${scene}-${look}.html`), module.renderScene(scene, look, css));
}
