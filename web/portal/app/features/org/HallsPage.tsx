import type { Hall } from '@tongban/server/contract/org';
import { EmptyState } from '@tongban/ui/EmptyState.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit } from '../../visit.ts';
import type { Route } from './+types/HallsPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Where one can go in person (ux P-29): the region's own halls, then those of the places within it. */
export const loader = onVisit(async ({ services, region }, _: Route.LoaderArgs) => await services.places.halls(region));

export default function HallsPage({ loaderData: { name, halls } }: Route.ComponentProps) {
  const words = useWords({ zh, en });
  const at = useAddress();
  const title = words.hallsTitle(name);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <p className="lead">
        {words.hallsLead} <a href={at('/regions?return=/halls')}>{words.otherRegions}</a>
      </p>
      {halls.length === 0 && <EmptyState why={words.noHalls} />}
      {halls.map((hall) => (
        <HallSection key={hall.id} hall={hall} />
      ))}
    </>
  );
}

function HallSection({ hall }: { hall: Hall }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const { address, hours, phone, windows } = hall;
  return (
    <Section id={hall.key} title={hall.name} remark={words.kinds[hall.kind]}>
      <SummaryList
        rows={[
          { label: words.address, value: address ?? words.pending },
          { label: words.hours, value: hours ?? words.pending },
          { label: words.phone, value: phone ? <a href={`tel:${phone}`}>{phone}</a> : words.pending },
        ]}
        words={kit}
      />
      {windows.length > 0 && (
        <details className="fold">
          <summary>
            {words.windows}（{windows.length}）<span className="only-read">{hall.name}</span>
          </summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.windowNo}</th>
                <th scope="col">{words.windowName}</th>
              </tr>
            </thead>
            <tbody>
              {windows.map(({ no, name, serves }) => (
                <tr key={no}>
                  <th scope="row">{no}</th>
                  <td>
                    {name}
                    {serves && <span className="hint"> {serves.join(kit.listComma)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  );
}
