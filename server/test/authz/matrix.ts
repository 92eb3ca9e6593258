import { type Principal, principals } from './people.ts';

/** What the reviewed file says of one operation on a thing in one relation. */
export interface Row {
  readonly operation: string;
  readonly relation: string;
  /** `yes`, or the exact status of the refusal. */
  readonly expected: Readonly<Record<Principal, string>>;
}

/** Reads the file, refusing one that leaves a principal out, says something twice or says it unclearly. */
export function readMatrix(text: string): Row[] {
  const lines = text
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
    .filter(([first = '']) => first !== '' && !first.startsWith('#'));
  const [header = [], ...body] = lines;
  if (header.join() !== ['operation', 'relation', ...principals].join())
    throw new Error(`the columns have to be operation, relation, ${principals.join(', ')}`);
  return body.map(([operation = '', relation = '', ...cells], i) => {
    const name = `${operation}, ${relation}`;
    if (cells.length !== principals.length) throw new Error(`${name}: ${cells.length} cells for ${principals.length}`);
    const unclear = cells.find((cell) => !/^(yes|4\d\d)$/.test(cell));
    if (unclear !== undefined) throw new Error(`${name}: what does ${unclear} mean?`);
    const before = body[i - 1];
    if (before && `${before[0]}, ${before[1]}` === name) throw new Error(`${name} stands there twice`);
    const expected = Object.fromEntries(principals.map((kind, column) => [kind, cells[column] ?? '']));
    return { operation, relation, expected: expected as Row['expected'] };
  });
}
