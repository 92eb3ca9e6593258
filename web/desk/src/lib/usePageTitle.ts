import { useEffect } from 'react';
import { useLanguage } from './language.ts';

/** What the browser's tab and a screen reader call the page; 出错： comes first when something is to be mended (ux R8). */
export function usePageTitle(title: string, mistakes = 0): void {
  const language = useLanguage();
  useEffect(() => {
    const [error, product] = language === 'zh' ? ['出错：', '通办工作台'] : ['Error: ', 'Tongban desk'];
    document.title = `${mistakes > 0 ? error : ''}${title} · ${product}`;
  }, [title, mistakes, language]);
}
