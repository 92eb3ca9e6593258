import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const PATIENCE_MS = 10_000;

/** `unknown`: the scanner could not be asked, so the file is held until it can. */
export type Verdict = 'clean' | 'infected' | 'unknown';

/** A virus scanner looking at one file while it comes in. */
export interface Scan {
  write(chunk: Buffer): Promise<void>;
  verdict(): Promise<Verdict>;
  close(): void;
}

const trusting: Scan = { write: async () => {}, verdict: async () => 'clean', close: () => {} };

/**
 * Asks the scanner at `tcp://host:port` or `unix:/path` by clamd's INSTREAM command: chunks with their length before them, an empty one
 * at the end, then `stream: OK` or `stream: <name> FOUND`. An installation without a scanner takes every file for clean.
 */
export function openScan(address: string): Scan {
  if (address === '') return trusting;
  const socket = connectTo(address);
  let reply = '';
  const closed = new Promise<void>((resume) => socket.once('close', () => resume()));
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    reply += bytes.toString('latin1');
  });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  socket.write('zINSTREAM\0');

  const send = async (bytes: Buffer): Promise<void> => {
    if (!socket.destroyed && !socket.write(bytes)) await Promise.race([once(socket, 'drain').catch(() => {}), closed]);
  };
  return {
    write: (chunk) => send(Buffer.concat([lengthOf(chunk), chunk])),
    verdict: async () => {
      await send(lengthOf(Buffer.alloc(0)));
      await closed;
      if (/^stream: OK\0?\s*$/.test(reply)) return 'clean';
      return /^stream: .+ FOUND\0?\s*$/.test(reply) ? 'infected' : 'unknown';
    },
    close: () => {
      socket.destroy();
    },
  };
}

function connectTo(address: string): Socket {
  if (address.startsWith('unix:')) return connect({ path: address.slice('unix:'.length) });
  const { hostname, port } = new URL(address);
  return connect({ host: hostname, port: Number(port) });
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}
