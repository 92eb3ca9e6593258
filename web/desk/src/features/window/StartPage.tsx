import { useMutation, useQuery } from '@tanstack/react-query';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session.ts';
import { useWords } from '../../lib/language.ts';
import { ProblemNotice } from '../../lib/ProblemNotice.tsx';
import { usePageTitle } from '../../lib/usePageTitle.ts';
import { itemOptions, startCase } from './api.ts';
import './window.css';
import { en } from './en.ts';
import { ItemPicker, type Picked } from './ItemPicker.tsx';
import { type Identified, PersonFinder } from './PersonFinder.tsx';
import { Region, Regions } from './Regions.tsx';
import { rememberItem } from './recent-items.ts';
import { SituationForm } from './SituationForm.tsx';
import { zh } from './zh.ts';

/** The beginning of an intake (C-04): who, what, in which situation. What follows is written into a draft. */
export default function StartPage() {
  const words = useWords({ zh, en });
  usePageTitle(words.newCase);
  const region = useIntakeRegion();
  const [person, setPerson] = useState<Identified>();
  const [item, setItem] = useState<Picked>();
  return (
    <div className="intake-page">
      <div className="case-trail">
        <Link to="/window">{words.title}</Link>
        <h1>{words.newCase}</h1>
      </div>
      <Regions>
        <Region name="person">
          {person ? (
            <>
              <p className="person-name">{person.name}</p>
              <Tag tone={person.by === 'card' ? 'ok' : 'quiet'}>
                {person.by === 'card' ? words.byCard : words.byHand}
              </Tag>
              <p>
                <Button onClick={() => setPerson(undefined)}>{words.change}</Button>
              </p>
            </>
          ) : (
            <PersonFinder onFound={setPerson} />
          )}
        </Region>
        <div className="intake-middle">
          <Region name="item">
            {!person && <p className="hint">{words.firstPerson}</p>}
            {person && !item && <ItemPicker region={region} onPick={setItem} />}
            {person && item && (
              <Begin person={person} item={item} region={region} onChangeItem={() => setItem(undefined)} />
            )}
          </Region>
        </div>
      </Regions>
    </div>
  );
}

/** Where this window's cases belong: the region of the post by which the clerk accepts. */
function useIntakeRegion(): string {
  const { posts } = useSession();
  return (posts.find(({ role }) => role === 'acceptanceOfficer') ?? posts[0])?.regionCode ?? '';
}

function Begin(props: { person: Identified; item: Picked; region: string; onChangeItem: () => void }) {
  const { person, item, region, onChangeItem } = props;
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const opened = useQuery(itemOptions(item.key, region));
  const starting = useMutation({
    mutationFn: startCase,
    onSuccess: ({ id, resumed }) => {
      rememberItem(item);
      navigate(`/window/${id}`, { state: { by: person.by, resumed } });
    },
  });
  return (
    <>
      <p className="picked-item">
        <b>{item.name}</b>
        <Button type="link" onClick={onChangeItem}>
          {words.changeItem}
        </Button>
      </p>
      <ProblemNotice error={opened.error ?? starting.error} />
      {opened.isPending && <Skeleton active title={false} />}
      {opened.data && (
        <SituationForm
          itemKey={item.key}
          region={region}
          questions={opened.data.item.questions ?? []}
          situation={{}}
          go={words.start}
          busy={starting.isPending}
          onGo={(situation) =>
            starting.mutate({ itemKey: item.key, regionCode: region, situation, applicantId: person.id })
          }
        />
      )}
    </>
  );
}
