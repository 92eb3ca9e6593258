import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { eicar } from '../sample-files.ts';

export interface FakeClamd {
  readonly url: string;
  /** Given instead of a verdict. */
  says?: string;
  close(): Promise<void>;
}

/** A virus scanner that keeps clamd's INSTREAM contract and knows one virus: the EICAR test string. */
export async function startClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const fake: { says?: string } = {};
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let [held, content, begun] = [Buffer.alloc(0), Buffer.alloc(0), false];
    socket.on('data', (bytes) => {
      held = Buffer.concat([held, bytes as Buffer]);
      if (!begun) {
        const end = held.indexOf('\0');
        if (end < 0) return;
        if (held.toString('latin1', 0, end) !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0');
        begun = true;
        held = held.subarray(end + 1);
      }
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE()) {
        const length = held.readUInt32BE();
        if (length === 0) {
          const verdict = content.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0';
          return socket.end(fake.says ?? verdict);
        }
        content = Buffer.concat([content, held.subarray(4, 4 + length)]);
        held = held.subarray(4 + length);
      }
    });
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, {
    url: `tcp://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resume) => server.close(resume));
    },
  });
}
