import type { ItemFilter } from '@tongban/server/contract/catalogue';
import type { SearchPage as Found } from '@tongban/server/contract/guidance';
import { Button } from '@tongban/ui/Button.tsx';
import { Columns } from '@tongban/ui/Columns.tsx';
import { EmptyState } from '@tongban/ui/EmptyState.tsx';
import { HelpBox } from '@tongban/ui/HelpBox.tsx';
import { Pagination } from '@tongban/ui/Pagination.tsx';
import { Check, Radios } from '@tongban/ui/Radios.tsx';
import { SearchBox } from '@tongban/ui/SearchBox.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { withQuery } from '../../address.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/SearchPage';
import { en } from './en.ts';
import { ItemRows } from './ItemRows.tsx';
import { type Words, zh } from './zh.ts';

const LONGEST = 200;
const targets = ['1', '2', '3', '4', '5', '6'] as const;

/** Search results (ux P-02): why each was found, how to narrow them, and what to do when there are none. */
export const loader = onVisit(async ({ services, region }, { request }: Route.LoaderArgs) => {
  const query = new URL(request.url).searchParams;
  const text = (query.get('q') ?? '').trim().slice(0, LONGEST);
  const filter = filterFrom(query);
  const after = query.get('after') ?? undefined;
  const found = text === '' ? undefined : await services.guide.search(text, region, filter, after);
  return { text, filter, found, onward: after !== undefined };
});

function filterFrom(query: URLSearchParams): ItemFilter {
  const target = targets.find((each) => each === query.get('target'));
  const department = query.get('department');
  return {
    ...(target && { target }),
    ...(department && { department: department.slice(0, 100) }),
    ...(query.get('online') === 'true' && { applyOnline: true }),
  };
}

export default function SearchPage({ loaderData: { text, filter, found, onward } }: Route.ComponentProps) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const title = text === '' ? words.searchHeading : words.searchTitle(text);
  const here = withQuery('/search', {
    q: text,
    target: filter.target,
    department: filter.department,
    online: filter.applyOnline ? 'true' : undefined,
  });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1 className="only-read">{title}</h1>
      <SearchBox action={at('/search')} query={text} label={words.ask} hint={words.example} words={kit} />
      {!found && <p className="lead">{words.empty}</p>}
      {found && found.total === 0 && Object.keys(filter).length === 0 && <NothingFound text={text} />}
      {found && (found.total > 0 || Object.keys(filter).length > 0) && (
        <Columns
          asideLabel={words.filters}
          aside={
            <>
              <Filters text={text} filter={filter} facets={found.facets} />
              <HelpBox phone="12345" others={[{ label: words.toHalls, href: at('/halls') }]} words={kit} />
            </>
          }
        >
          <p role="status">{words.found(found.total)}</p>
          {found.meanings.map(({ word, means }) => (
            <p className="hint" key={word}>
              {words.meaning(word, means.join(kit.listComma))}
            </p>
          ))}
          <ItemRows
            label={title}
            rows={found.items.map(({ card, matched }) => ({ card, because: becauseOf(matched, card.name, words) }))}
          />
          <Pagination
            {...(found.next && { nextHref: at(withQuery(here, { after: found.next })) })}
            {...(onward && { firstHref: at(here) })}
            words={kit}
          />
        </Columns>
      )}
    </>
  );
}

/** Nothing to explain when the official name itself was typed. */
const becauseOf = ({ by, text }: Found['items'][number]['matched'], name: string, words: Words): string =>
  by === 'name' && text === name ? '' : words.because[by](text);

function NothingFound({ text }: { text: string }) {
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <EmptyState
      why={words.none(text)}
      action={
        <p>
          {words.noneTry} <a href={at('/browse/departments')}>{words.byDepartment}</a>
        </p>
      }
      help={words.noneAsk}
    />
  );
}

/** Applied by the button and kept in the address; each choice says how many it leaves (ux R34). */
function Filters({ text, filter, facets }: { text: string; filter: ItemFilter; facets: Found['facets'] }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  const counted = (value: string) => facets.targets.find((facet) => facet.value === value)?.count ?? 0;
  return (
    <Section id="filters" title={words.filters}>
      <form method="get" action={at('/search')} noValidate>
        <input type="hidden" name="q" value={text} />
        <Radios
          name="target"
          label={words.target}
          value={filter.target ?? ''}
          options={[
            { value: '', label: words.anyTarget },
            { value: '1', label: words.targetOption(words.targets.person, counted('1')) },
            { value: '2', label: words.targetOption(words.targets.firm, counted('2')) },
          ]}
          words={kit}
        />
        <Check
          name="online"
          label={words.targetOption(words.onlyOnline, facets.applyOnline)}
          checked={filter.applyOnline ?? false}
        />
        <p className="button-row">
          <Button kind="secondary">{words.apply}</Button>
          {Object.keys(filter).length > 0 && <a href={at(withQuery('/search', { q: text }))}>{words.clear}</a>}
        </p>
      </form>
    </Section>
  );
}
