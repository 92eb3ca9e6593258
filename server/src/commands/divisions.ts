import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Region } from '../modules/org/contract.ts';
import { readCsv } from './csv.ts';

export interface Division {
  /** As the table has it: 6 digits for a county, 9 for a town, 12 for a village. */
  code: string;
  name: string;
  level: Region['level'];
  parent: string;
}

const levels: Record<string, Region['level']> = { 省: '2', 市: '3', 区县: '4', 街道乡镇: '5', 社区村: '6' };

/** The division tables given, or those that lie beside a file: in its folder or in the folder `divisions` next to that. */
export function findDivisionFiles(besideFile: string): string[] {
  const folders = [dirname(besideFile), join(dirname(besideFile), '../divisions')];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /divisions[^/]*\.csv$/.test(path));
}

/** Code tables with the columns `code,name,level,parent_code`; what stands in several is taken once. */
export function readDivisions(files: readonly string[]): Divisions {
  const byCode = new Map<string, Division>();
  for (const row of files.flatMap((file) => readCsv(readFileSync(file, 'utf8')))) {
    const { code = '', name = '', level = '', parent_code: parent = '' } = row;
    const known = levels[level];
    if (/^\d{6}(\d{3}){0,2}$/.test(code) && name !== '' && known)
      byCode.set(code, { code, name, level: known, parent });
  }
  return divisionsOf(byCode);
}

export type Divisions = ReturnType<typeof divisionsOf>;

export function divisionsOf(byCode: ReadonlyMap<string, Division>) {
  const byName = Map.groupBy(byCode.values(), ({ name }) => name);
  const above = ({ parent }: Division): Division[] => {
    const next = byCode.get(parent);
    return next ? [next, ...above(next)] : [];
  };
  return {
    size: byCode.size,
    /** All divisions of that name below those parents, the nearest parent first. */
    find: (name: string, parents: readonly string[]): Division[] =>
      (byName.get(name) ?? []).filter((division) => {
        const names = above(division).map((parent) => parent.name);
        return names.every((parent, at) => parents[at] === undefined || parents[at] === parent);
      }),
    /** From the city down to the division itself. */
    chain: (division: Division): Division[] =>
      [...above(division).reverse(), division].filter(({ level }) => level !== '1' && level !== '2'),
    counties: (division: Division): string[] => {
      const city = [division, ...above(division)].find(({ level }) => level === '3');
      return [...byCode.values()]
        .filter(({ level, parent }) => level === '4' && parent === city?.code)
        .map(({ name }) => name);
    },
  };
}

export const regionCodeOf = ({ code }: Division): string => code.padEnd(12, '0');
export const areaCodeOf = ({ code }: Division): number => Number(code.slice(0, 6));

/** Development zones and the like (…71 to …79 in the statistical code) lie on the ground of districts; GB/T 2260 does not know them. */
export const isFunctionalArea = ({ code }: Division): boolean => /^\d{4}7\d$/.test(code);
