import { en } from '@tongban/ui/en.ts';
import { zh } from '@tongban/ui/zh.ts';
import { usePreference } from './preferences.ts';

export type Language = 'zh' | 'en';

export const useLanguage = (): Language => usePreference('language')[0];

/** A feature's words in the language of the desk. */
export const useWords = <W>(words: { zh: W; en: NoInfer<W> }): W => words[useLanguage()];

/** The kit's own words. */
export const useKitWords = () => useWords({ zh, en });
