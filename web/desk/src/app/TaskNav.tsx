import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { countOptions } from '../case/api.ts';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { useRoles, useStand } from './session.ts';
import { zh } from './zh.ts';

/** By task, not by module; what an official's posts never do is not offered. */
export function TaskNav() {
  const words = useWords({ zh, en }).nav;
  const roles = useRoles();
  const apart = useStand() === 'apart';
  const waiting = useQuery({ ...countOptions({ work: 'pending' }), enabled: !apart });
  const tasks = [
    { to: '/', name: words.home },
    ...(roles.has('acceptanceOfficer') ? [{ to: '/window', name: words.window }] : []),
    ...(apart ? [] : [{ to: '/cases', name: words.cases, count: waiting.data }]),
  ];
  return (
    <nav className="task-nav" aria-label={words.label}>
      <ul>
        {tasks.map(({ to, name, count }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'}>
              {name}
              {count !== undefined && count > 0 && <b>{count}</b>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
