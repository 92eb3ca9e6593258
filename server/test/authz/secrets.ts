import type { Someone } from './people.ts';
import type { Scene } from './scene.ts';

/** What may be told to nobody but the person herself, with what it is called. */
const valuesOf = ({ person }: Someone): [what: string, value: string][] =>
  person
    ? [
        ['a name', person.name],
        ['an ID number', person.idNumber],
        ['a mobile number', person.mobile],
      ]
    : [];

/**
 * Looks through an answer for values of somebody else: people's are masked for everybody, and officials' names are for officials
 * (ux P-23). Whoever has a purpose asks for one value by `cases.reveal`.
 */
export function privateFrom({ people, visitor }: Scene, who: Someone): (text: string) => string[] {
  const others: Someone[] = [
    ...Object.values(people),
    { person: visitor },
    { person: people.agent.person.legalRepresentative },
  ];
  const own = new Set(valuesOf(who).map(([, value]) => value));
  const officials = others.flatMap(({ official }): [string, string][] =>
    official && !who.official ? [['an official’s name', official.name]] : [],
  );
  const hidden = [...others.flatMap(valuesOf), ...officials].filter(([, value]) => !own.has(value));
  return (text) => hidden.filter(([, value]) => text.includes(value)).map(([what]) => `${what} of somebody else`);
}
