/**
 * A small load generator on bare sockets: keep-alive connections that each send the next request when the answer to
 * the last one is in. It reads no more of an answer than it must, so that the server and not it sets the pace.
 */
import net from 'node:net';

export interface Load {
  readonly address: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds that half, and 99 of a hundred, answers took at most. */
  readonly half: number;
  readonly most: number;
}

/** Sends requests for the given time; rejects at the first answer that is not 200. */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const { hostname, port, host } = new URL(load.address);
  const lines = Object.entries(load.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${load.path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}\r\n`);
  const times: number[] = [];
  const began = performance.now();
  const ends = began + load.milliseconds;

  function converse(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname);
      let left = 0;
      let sentAt = 0;
      socket.setNoDelay(true);
      function send(): void {
        if (performance.now() >= ends) {
          socket.end();
          resolve();
          return;
        }
        sentAt = performance.now();
        socket.write(request);
      }
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        if (left === 0) {
          const headEnd = chunk.indexOf('\r\n\r\n');
          const head = chunk.toString('latin1', 0, headEnd);
          const length = /\r\ncontent-length: (\d+)/i.exec(head);
          if (headEnd < 0 || length === null || !head.startsWith('HTTP/1.1 200')) {
            reject(new Error(`not a whole answer: ${head.slice(0, 200)}`));
            socket.destroy();
            return;
          }
          left = Number(length[1]) - (chunk.byteLength - headEnd - 4);
        } else {
          left -= chunk.byteLength;
        }
        if (left > 0) return;
        left = 0;
        times.push(performance.now() - sentAt);
        send();
      });
    });
  }

  await Promise.all(Array.from({ length: load.connections }, converse));
  const seconds = (performance.now() - began) / 1000;
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / seconds, half: at(0.5), most: at(0.99) };
}
