import { Button } from '@tongban/ui/Button.tsx';
import { sayMoment } from '@tongban/ui/dates.ts';
import { FileSpine } from '@tongban/ui/FileSpine.tsx';
import { Pagination } from '@tongban/ui/Pagination.tsx';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit, to } from '../../visit.ts';
import type { Route } from './+types/MessagesPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What I was told, newest first. Reading the list does not count as reading a message: one says so. */
export const loader = onVisit(async ({ services, actor }, { request }: Route.LoaderArgs) => {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  return { page: await services.notices.list(actor, after), onward: after !== undefined };
});

export const action = onVisit(async (visit, _: Route.ActionArgs) => {
  await visit.services.notices.read(visit.actor, new Map(visit.form).get('id') ?? '');
  throw to(visit, '/my/messages');
});

export default function MessagesPage({ loaderData: { page, onward } }: Route.ComponentProps) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <h1>{words.title}</h1>
      <p className="lead">
        {page.items.length === 0 ? words.none : page.unread > 0 ? words.unread(page.unread) : words.allRead}
      </p>
      <ul className="messages" aria-label={words.title}>
        {page.items.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      <Pagination
        {...(page.next && { nextHref: at(withQuery('/my/messages', { after: page.next })) })}
        {...(onward && { firstHref: at('/my/messages') })}
        words={kit}
      />
    </>
  );
}

function Message({ message }: { message: Route.ComponentProps['loaderData']['page']['items'][number] }) {
  const { csrf, language } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const { id, title, body, subjectId, createdAt, readAt } = message;
  return (
    <FileSpine as="li" tone={readAt ? 'plain' : 'run'}>
      <h2>
        {title} {!readAt && <Tag tone="run">{words.isNew}</Tag>}
      </h2>
      <p>{body}</p>
      <p className="hint">
        <time dateTime={createdAt}>{sayMoment(createdAt, language)}</time>
      </p>
      <form method="post" action={at('/my/messages')}>
        <input type="hidden" name="csrf" value={csrf} />
        {subjectId && <a href={at(`/my/cases/${subjectId}`)}>{words.toCase}</a>}
        {!readAt && (
          <Button kind="quiet" name="id" value={id} aria-label={`${words.markRead}：${title}`}>
            {words.markRead}
          </Button>
        )}
      </form>
    </FileSpine>
  );
}
