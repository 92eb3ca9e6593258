import { ElderToolbar } from '@tongban/ui/ElderToolbar.tsx';
import { IdentityBar } from '@tongban/ui/IdentityBar.tsx';
import { OfficialBar } from '@tongban/ui/OfficialBar.tsx';
import { SiteFooter } from '@tongban/ui/SiteFooter.tsx';
import { SiteHeader } from '@tongban/ui/SiteHeader.tsx';
import { SkipLink } from '@tongban/ui/SkipLink.tsx';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import type { ReactNode } from 'react';
import { addressIn, withQuery } from '../address.ts';
import { en } from './en.ts';
import { useAddress, useFrame, useWords } from './frame-data.ts';
import { zh } from './zh.ts';

/** What surrounds every page (ux P-00): whose site this is, where one is and as whom, the main sections, and people to turn to. */
export function Frame({ children }: { children: ReactNode }) {
  const { site, kit, path, display, elder, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <SkipLink words={kit} />
      <Strip />
      <SiteHeader
        name={words.siteName(site.city)}
        homeHref={at('/')}
        region={<Region />}
        account={<Account />}
        nav={elder ? elderSections(words, at, path) : sections(words, at, path)}
        words={kit}
      />
      {site.account?.actingFor && (
        <IdentityBar
          actingFor={site.account.actingFor}
          capacity={words.agent}
          switchHref={at('/my/identity')}
          words={kit}
        />
      )}
      {elder && (
        <ElderToolbar
          action={at('/display')}
          scale={display.scale}
          highContrast={display.theme === 'hc'}
          hidden={{ csrf, return: path }}
          words={kit}
        />
      )}
      <main id="main" className="page page-main">
        {children}
      </main>
      <Foot />
    </>
  );
}

type FrameWords = typeof zh;

const link = (label: string, path: string, at: (path: string) => string, here: string, root = path) => ({
  label,
  href: at(path),
  current: here === root || here.startsWith(`${root}/`) || here.startsWith(`${root}?`),
});

const sections = (words: FrameWords, at: (path: string) => string, here: string) => [
  link(words.people, '/browse/people', at, here),
  link(words.firms, '/browse/firms', at, here),
  link(words.life, '/browse/life', at, here),
  link(words.departments, '/browse/departments', at, here),
  link(words.halls, '/halls', at, here),
  link(words.mine, '/my', at, here),
];

/** Few and large: searching is on the home page itself (ux 5.4). */
const elderSections = (words: FrameWords, at: (path: string) => string, here: string) => [
  { label: words.toHome, href: at('/'), current: here === '/' },
  link(words.halls, '/halls', at, here),
  link(words.mine, '/my', at, here),
];

function Strip() {
  const { site, kit, path, display, elder, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  if (site.city === '') return null;
  return (
    <OfficialBar
      owner={words.owner(site.city, site.sample)}
      how={<p>{site.sample ? words.howToTellSample(site.city) : words.howToTell}</p>}
      tools={[
        { label: words.elder, href: at(withQuery(path, { mode: elder ? 'std' : 'elder' })), current: elder },
        {
          label: words.contrast,
          href: at(withQuery(path, { theme: display.theme === 'hc' ? 'light' : 'hc' })),
          current: display.theme === 'hc',
        },
        {
          label: words.otherLanguage,
          href: addressIn(language === 'en' ? 'zh' : 'en', path),
          lang: words.otherLanguageCode,
        },
      ]}
      words={kit}
    />
  );
}

function Region() {
  const { site, path } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  if (!site.region) return null;
  return (
    <>
      <a href={at(`/regions?return=${encodeURIComponent(path)}`)}>
        {site.region.name}
        <span className="only-read"> {words.changeRegion}</span>
      </a>
      {site.sample && <Tag tone="quiet">{words.sample}</Tag>}
    </>
  );
}

function Account() {
  const { site, path, csrf } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  if (!site.account) return <a href={at(`/sign-in?return=${encodeURIComponent(path)}`)}>{words.signIn}</a>;
  return (
    <form method="post" action={at('/sign-out')}>
      <input type="hidden" name="csrf" value={csrf} />
      <a href={at('/my')}>{site.account.name ?? words.unnamed}</a>
      <button type="submit" className="link-button">
        {words.signOut}
      </button>
    </form>
  );
}

function Foot() {
  const { site } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <SiteFooter
      columns={[
        {
          title: words.helpTitle,
          links: [
            { label: words.hotline, href: 'tel:12345' },
            { label: words.hallsAll, href: at('/halls') },
            { label: words.helpPage, href: at('/help') },
          ],
        },
        {
          title: words.servicesTitle,
          links: [
            { label: words.people, href: at('/browse/people') },
            { label: words.firms, href: at('/browse/firms') },
            { label: words.life, href: at('/browse/life') },
          ],
        },
        {
          title: words.aboutTitle,
          links: [
            { label: words.accessibility, href: at('/accessibility') },
            { label: words.privacy, href: at('/privacy') },
          ],
        },
      ]}
      codes={[words.siteCode, words.filing, ...(site.sample ? [words.sampleCity] : [])]}
    />
  );
}
