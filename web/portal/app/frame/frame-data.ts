import type { Site, Visit } from '@tongban/server/portal-services';
import { en as kitEn } from '@tongban/ui/en.ts';
import { zh as kitZh } from '@tongban/ui/zh.ts';
import { useRouteLoaderData } from 'react-router';
import { addressIn } from '../address.ts';
import type { Display } from '../display.ts';

/** What every page knows: the site, the reader's language and display, and what forms carry. */
export interface FrameData extends Pick<Visit, 'language' | 'path' | 'nonce' | 'csrf'> {
  site: Site;
  display: Display;
  script: string;
}

/** When the house itself is out of order, pages still stand and say so. */
export const plainSite: Site = { city: '', sample: false, demo: false, region: null, account: null };

export function useFrame() {
  const frame = useRouteLoaderData<FrameData>('root');
  if (!frame) throw new Error('the root loader has not run');
  return { ...frame, kit: frame.language === 'en' ? kitEn : kitZh, elder: frame.display.mode === 'elder' };
}

/** A feature's words in the reader's language. */
export function useWords<W>(words: { zh: W; en: W }): W {
  return words[useFrame().language];
}

/** The address of a page in the reader's language. */
export function useAddress(): (path: string) => string {
  const { language } = useFrame();
  return (path) => addressIn(language, path);
}
