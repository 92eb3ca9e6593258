import { type Words, zh } from './zh.ts';

export type Progress = keyof Words['progress'];

export type Station = {
  /** One of the five stations of a case, or a name of one's own. */
  name: keyof Words['stations'] | (string & {});
  progress: Progress;
  /** Under the name: the date it happened, or how long it usually takes. */
  note?: string;
  /** On the way to the next station, e.g. working days used. */
  way?: string;
  /** How many matters stand here; for overviews. */
  count?: number;
  href?: string;
};

const isCaseStation = (name: string, words: Words): name is keyof Words['stations'] =>
  Object.hasOwn(words.stations, name);

/** The line with its stations: typical days on a guide, dates on a case, counts on an overview, links on the home page. */
export function RouteStrip(props: { stations: readonly Station[]; label?: string; plain?: boolean; words?: Words }) {
  const { stations, plain = false, words = zh } = props;
  return (
    <ol className="route-strip" aria-label={props.label ?? words.route}>
      {stations.map((station) => {
        const name = isCaseStation(station.name, words) ? words.stations[station.name] : station.name;
        const here = station.progress === 'now' || station.progress === 'paused';
        return (
          <li key={station.name} data-progress={station.progress} aria-current={here ? 'step' : undefined}>
            <span className="route-name">
              {station.href ? <a href={station.href}>{name}</a> : name}
              {station.count !== undefined && <b className="route-count">{station.count.toLocaleString('zh-CN')}</b>}
            </span>
            {!plain && <span className="only-read">{words.progress[station.progress]}</span>}
            {station.note && <span className="route-note">{station.note}</span>}
            {station.way && <span className="route-way">{station.way}</span>}
          </li>
        );
      })}
    </ol>
  );
}
