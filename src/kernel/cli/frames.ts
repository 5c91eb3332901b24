/** Messages on the control socket: a JSON header and raw bytes, each with its length before it. */
import type { Socket } from 'node:net';

export interface Frame {
  readonly header: unknown;
  readonly bytes: Uint8Array;
}

const prefixLength = 8;
/** More than any file a command hands over in one piece. */
const longestFrame = 1024 * 1024 * 1024;

/** Sends one message and waits while the other side is slower than we are. */
export function sendFrame(
  socket: Socket,
  header: unknown,
  bytes: Uint8Array = new Uint8Array(),
): Promise<void> {
  const head = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt32BE(head.byteLength, 0);
  prefix.writeUInt32BE(bytes.byteLength, 4);
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) =>
      error === undefined || error === null ? resolve() : reject(error);
    socket.write(Buffer.concat([prefix, head, bytes]), done);
  });
}

/** Reads messages until the socket ends; a message that is cut off is dropped. */
export async function* readFrames(socket: Socket): AsyncGenerator<Frame> {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = prefixLength;
  for await (const chunk of socket) {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= needed) {
      const buffer = Buffer.concat(chunks);
      chunks = [buffer];
      const headLength = buffer.readUInt32BE(0);
      const end = prefixLength + headLength + buffer.readUInt32BE(4);
      if (end > longestFrame) throw new Error('a message on the control socket is too long');
      needed = end;
      if (held < end) break;
      const header: unknown = JSON.parse(buffer.toString('utf8', prefixLength, prefixLength + headLength));
      yield { header, bytes: buffer.subarray(prefixLength + headLength, end) };
      chunks = [buffer.subarray(end)];
      held -= end;
      needed = prefixLength;
    }
  }
}
