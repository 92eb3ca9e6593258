import { renderToStaticMarkup } from 'react-dom/server';
import { CaseScene } from './CaseScene.tsx';
import { FillScene } from './FillScene.tsx';
import { FormScene } from './FormScene.tsx';
import { Frame } from './Frame.tsx';
import { GuideScene } from './GuideScene.tsx';
import { HomeScene } from './HomeScene.tsx';

const scenes = { home: HomeScene, guide: GuideScene, fill: FillScene, form: FormScene, case: CaseScene };
export type SceneName = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as SceneName[];

/** The display modes each scene is looked at in. */
export const looks = { std: {}, elder: { mode: 'elder' }, hc: { theme: 'hc' } } as const;
export type Look = keyof typeof looks;
export const lookNames = Object.keys(looks) as Look[];

/** A whole document, so that it can be opened, photographed and checked like a page of the portal. */
export function renderScene(name: SceneName, look: Look, css: string): string {
  const Scene = scenes[name];
  const axes: { mode?: string; theme?: string } = looks[look];
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="zh-CN" data-brand="song" data-theme={axes.theme ?? 'light'} data-mode={axes.mode ?? 'std'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${name} · 云州政务服务`}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, read from disk */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <Frame
          elder={look === 'elder'}
          highContrast={look === 'hc'}
          {...(name === 'fill' && { actingFor: '云州某某餐饮有限公司' })}
        >
          <Scene />
        </Frame>
      </body>
    </html>,
  )}`;
}
