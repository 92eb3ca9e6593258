import { sayMoment } from '@tongban/ui/dates.ts';
import { Pagination } from '@tongban/ui/Pagination.tsx';
import { withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/AccessPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Who looked at my data, when and what for (个人信息保护法 44, 45). */
export const loader = onVisit(async ({ services, actor }, { request }: Route.LoaderArgs) => {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  return { page: await services.account.accessLog(actor, after), onward: after !== undefined };
});

export default function AccessPage({ loaderData: { page, onward } }: Route.ComponentProps) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <PageTitle>{words.whoLooked}</PageTitle>
      <h1>{words.whoLooked}</h1>
      <p className="lead">{words.whoLookedLead}</p>
      {page.items.length === 0 ? (
        <p>{words.noLooks}</p>
      ) : (
        <ul className="messages">
          {page.items.map(({ at: moment, by, action, purpose }) => (
            <li key={`${moment} ${action}`}>
              <h2>{words.actions[action] ?? words.otherAction}</h2>
              <p>{by.kind === 'system' ? words.system : [...by.departments, by.name].join(' · ')}</p>
              {purpose && (
                <p>
                  {words.whatFor}
                  {purpose}
                </p>
              )}
              <p className="hint">
                <time dateTime={moment}>{sayMoment(moment, language, true)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        {...(page.next && { nextHref: at(withQuery('/my/access', { after: page.next })) })}
        {...(onward && { firstHref: at('/my/access') })}
        words={kit}
      />
    </>
  );
}
