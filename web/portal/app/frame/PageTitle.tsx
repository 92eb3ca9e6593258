import { en } from './en.ts';
import { useFrame, useWords } from './frame-data.ts';
import { zh } from './zh.ts';

/** What the browser's tab says; `failed` puts 出错： before it, so that a listener hears at once that the post was refused. */
export function PageTitle({ children, failed = false }: { children: string; failed?: boolean }) {
  const { site, kit } = useFrame();
  const words = useWords({ zh, en });
  return <title>{`${failed ? kit.errorPrefix : ''}${children} · ${words.siteName(site.city)}`}</title>;
}
