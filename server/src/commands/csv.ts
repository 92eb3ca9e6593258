/** RFC 4180: the rows of a file with a header, each as its columns by name. A byte order mark and either line ending are accepted. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = [...cells(text.replace(/^\ufeff/, ''))];
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

function* cells(text: string): Generator<string[]> {
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    yield row;
    row = [];
  }
}

/** A row as a spreadsheet reads it; a cell that a spreadsheet would take for a formula is marked as text. */
export const csvRow = (values: readonly string[]): string =>
  `${values
    .map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value))
    .map(quote)
    .join(',')}\n`;

const quote = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
