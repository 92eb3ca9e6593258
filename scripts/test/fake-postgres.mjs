/** Speaks just enough of PostgreSQL's protocol to answer one query: a stand-in for versions nobody should install. */
import { createServer } from 'node:net';

/** @param {string} type @param {Buffer[]} parts */
function message(type, ...parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** @param {number} value */
function int32(value) {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

/** @param {number} value */
const int16 = (value) => int32(value).subarray(2);

/** @param {string} text */
const cstring = (text) => Buffer.from(`${text}\0`);

const ready = message('Z', Buffer.from('I'));
const loggedIn = Buffer.concat([message('R', int32(0)), ready]);

/** Columns come as integers if they look like it. @param {string[][]} rows */
function answer(rows) {
  const columns = ['major', 'encoding'].map((name, i) =>
    Buffer.concat([
      cstring(name),
      int32(0),
      int16(0),
      int32(/^\d+$/.test(rows[0]?.[i] ?? '') ? 23 : 25),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  );
  const data = rows.map((row) =>
    message('D', int16(row.length), ...row.map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]))),
  );
  return Buffer.concat([
    message('T', int16(columns.length), ...columns),
    ...data,
    message('C', cstring('SELECT 1')),
    ready,
  ]);
}

/** @param {string[][]} rows the answer */
export async function listenAsPostgres(rows) {
  const server = createServer((socket) => {
    let admitted = false;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (!admitted) socket.write(loggedIn);
      else if (chunk.toString('latin1').startsWith('Q')) socket.write(answer(rows));
      admitted = true;
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `postgres://someone:secret@127.0.0.1:${port}/tongban`, close: () => server.close() };
}
