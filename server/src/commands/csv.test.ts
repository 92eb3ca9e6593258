import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow, readCsv } from './csv.ts';

test('quotes, commas, line breaks and a byte order mark are read as they are meant', () => {
  expect(readCsv('\ufeffcode,name\r\n1,"a ""b"", c\nd"\r\n2,\n')).toEqual([
    { code: '1', name: 'a "b", c\nd' },
    { code: '2', name: '' },
  ]);
});

test('what is written is read back', () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
      const text = `a,b\n${rows.map(csvRow).join('')}`;

      expect(readCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
    }),
  );
});

test('a cell that looks like a formula is only text', () => {
  expect(csvRow(['=1+1', 'plain'])).toBe("'=1+1,plain\n");
});
