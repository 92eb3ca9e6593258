import { LinkButton } from '@tongban/ui/Button.tsx';
import { CaseList } from '@tongban/ui/CaseList.tsx';
import { EmptyState } from '@tongban/ui/EmptyState.tsx';
import { LinkCells } from '@tongban/ui/LinkCells.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { shelfRowOf } from '../../case-words.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/MyPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

const SHOWN = 10;

/** My space (ux P-16): first what waits for me, then what is under way. */
export const loader = onVisit(async ({ services, actor }, _: Route.LoaderArgs) => {
  const [todo, running] = await Promise.all([
    services.cases.list(actor, { show: 'action', limit: SHOWN }),
    services.cases.list(actor, { show: 'running', limit: SHOWN }),
  ]);
  const waiting = running.items.filter(({ id }) => !todo.items.some((row) => row.id === id));
  return { todo: todo.items, running: waiting };
});

export default function MyPage({ loaderData: { todo, running } }: Route.ComponentProps) {
  const { site, kit, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const firm = site.account?.actingFor;
  const title = firm ? words.firmTitle(firm) : words.myTitle;
  const rows = (cases: typeof todo) => cases.map((row) => shelfRowOf(row, language, at));
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <Section id="todo" title={words.todo(todo.length)}>
        {todo.length > 0 ? (
          <CaseList rows={rows(todo)} label={words.todo(todo.length)} language={language} words={kit} />
        ) : (
          <EmptyState
            why={words.todoNone}
            action={
              <LinkButton kind="secondary" href={at('/')}>
                {words.findService}
              </LinkButton>
            }
            help={words.askSomebody}
          />
        )}
      </Section>
      <Section id="running" title={words.running} remark={<a href={at('/my/cases')}>{words.allCases}</a>}>
        {running.length > 0 ? (
          <CaseList rows={rows(running)} label={words.running} language={language} words={kit} />
        ) : (
          <p>{words.runningNone}</p>
        )}
      </Section>
      <Section id="shortcuts" title={words.shortcuts}>
        <LinkCells
          links={[
            { title: words.myCases, href: at('/my/cases') },
            { title: words.messages, href: at('/my/messages') },
            { title: words.identity, href: at('/my/identity') },
            { title: words.mandates, href: at('/my/mandates') },
            { title: words.settings, href: at('/my/settings') },
          ]}
        />
      </Section>
    </>
  );
}
