import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { everyCase } from '../case/api.ts';
import { useWords } from '../lib/language.ts';
import { usePreference } from '../lib/preferences.ts';
import { useShortcuts } from '../lib/useShortcuts.ts';
import { en } from './en.ts';
import { GlobalSearch } from './GlobalSearch.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { type Session, sessionOptions, signOut } from './session.ts';
import { zh } from './zh.ts';

export function TopBar({ session }: { session: Session }) {
  const words = useWords({ zh, en });
  const [helpOpen, setHelpOpen] = useState(false);
  useShortcuts([{ keys: '?', does: words.showShortcuts, run: () => setHelpOpen(true) }]);
  const [post] = session.posts;
  return (
    <header className="top-bar">
      <Link to="/" className="top-bar-product">
        {words.product}
      </Link>
      {post && <span className="top-bar-unit">{post.department.name}</span>}
      <GlobalSearch />
      <Account session={session} onHelp={() => setHelpOpen(true)} />
      <ShortcutHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
    </header>
  );
}

function Account({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const words = useWords({ zh, en });
  const queries = useQueryClient();
  const [language, setLanguage] = usePreference('language');
  const [density, setDensity] = usePreference('density');
  const [singleKeys, setSingleKeys] = usePreference('singleKeys');
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: () => {
      queries.setQueryData(sessionOptions.queryKey, null);
      queries.removeQueries(everyCase);
    },
  });
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: session.name,
      children: session.posts.map(({ id, role, department }) => ({
        key: `post ${id}`,
        label: `${department.name} · ${words.roles[role]}`,
        disabled: true,
      })),
    },
    { type: 'divider' },
    {
      key: 'language',
      label: `${words.language}：${words.languages[language]}`,
      onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    {
      key: 'density',
      label: `${words.density}：${words.densities[density]}`,
      onClick: () => setDensity(density === 'compact' ? 'comfortable' : 'compact'),
    },
    {
      key: 'single-keys',
      label: `${words.singleKeys}：${words.onOff[singleKeys]}`,
      onClick: () => setSingleKeys(singleKeys === 'on' ? 'off' : 'on'),
    },
    { key: 'shortcuts', label: words.shortcuts, extra: '?', onClick: onHelp },
    { type: 'divider' },
    { key: 'sign-out', label: words.signOut, onClick: () => leaving.mutate() },
  ];
  const role = session.posts[0]?.role;
  return (
    <Dropdown
      menu={{ items }}
      trigger={['click']}
      placement="bottomRight"
      getPopupContainer={(button) => button.parentElement ?? button}
    >
      <Button type="text" className="top-bar-account" aria-haspopup="menu" title={words.account}>
        {session.name}
        {role && <span className="top-bar-role">{words.roles[role]}</span>}
        <span aria-hidden="true">▾</span>
      </Button>
    </Dropdown>
  );
}
