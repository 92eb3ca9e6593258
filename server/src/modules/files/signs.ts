/** By what other kinds of file are known: archives, programs, documents. */
const marks: Readonly<Record<string, readonly string[]>> = {
  'PDF 文档': ['%PDF-'],
  压缩包: ['PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a\x07', "7z\xbc\xaf'\x1c"],
};
const starts: Readonly<Record<string, readonly string[]>> = {
  压缩包: ['\x1f\x8b\x08', 'BZh'],
  程序: ['MZ\x90\0', '\x7fELF', '#!/', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe'],
};
/** Pages that a browser might run, whatever stands before them. */
const PAGE = /<(?:!doctype|html|head|body|script|iframe|svg|xml|\?xml|\?php)[\s>/]/i;

/** The kind of file whose sign stands in these bytes, in the words people use for it. */
export function foreignSign(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1');
  const begun = text.slice(
    Math.max(
      0,
      bytes.findIndex((byte) => byte > 0x20),
    ),
  );
  if (PAGE.test(text)) return '网页';
  const [kind] =
    Object.entries(marks).find(([, some]) => some.some((mark) => text.includes(mark))) ??
    Object.entries(starts).find(([, some]) => some.some((start) => begun.startsWith(start))) ??
    [];
  return kind;
}
