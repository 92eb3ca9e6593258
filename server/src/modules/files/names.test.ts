import fc from 'fast-check';
import { expect, test } from 'vitest';
import { property } from '../../../test/property.ts';
import { cleanName, endingOf } from './names.ts';

test.each([
  ['营业执照.jpg', '营业执照.jpg'],
  ['身份证（正面）.JPEG', '身份证（正面）.jpeg'],
  ['../../etc/passwd.jpg', 'passwd.jpg'],
  ['C:\\Users\\me\\门头.jpg', '门头.jpg'],
  ['shop.png', 'shop.jpg'],
  ['shop', 'shop.jpg'],
  ['a\u0000b\u0007.jpg', 'ab.jpg'],
  ['photo\u202egpj.exe.jpg', 'photogpj.exe.jpg'],
  ['zero\u200bwidth\ufeff.jpg', 'zerowidth.jpg'],
  ['a\ud800b.jpg', 'ab.jpg'],
  ['CON.jpg', '_CON.jpg'],
  ['lpt1', '_lpt1.jpg'],
  ['nul.tar.jpg', '_nul.tar.jpg'],
  ['a<b>:"c|?*.jpg', 'a_b___c___.jpg'],
  ['  ..hidden. .jpg', 'hidden.jpg'],
  ['.jpg', '未命名.jpg'],
  ['', '未命名.jpg'],
  ['...', '未命名.jpg'],
  ['e\u0301.jpg', 'é.jpg'],
])('%j is kept as %s', (given, kept) => {
  expect(cleanName(given, 'image/jpeg')).toBe(kept);
});

test('a name of 300 characters keeps its ending', () => {
  const name = cleanName(`${'长'.repeat(300)}.pdf`, 'application/pdf');

  expect([...name]).toHaveLength(104);
  expect(name.endsWith('.pdf')).toBe(true);
});

test('whatever is given, the name fits every file system and shows what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanName(given, 'image/png');

      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.png$/u);
      expect(name.isWellFormed()).toBe(true);
      expect([...name].length).toBeLessThanOrEqual(105);
      expect(name).not.toMatch(/^[\s.]/);
      expect(cleanName(name, 'image/png')).toBe(name);
    }),
    property(300),
  );
});

test.each([
  ['a.JPG', 'jpg'],
  ['a.tar.gz', 'gz'],
  ['a.exe ', 'exe'],
  ['a.exe.', 'exe'],
  ['.htaccess', ''],
  ['no ending', ''],
  ['end.of sentence', ''],
])('the ending of %j is %j', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});
