import { connect, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";

/** What a server did with a connection: all it sent, and after how many milliseconds it was closed, if it was. */
export interface Talk {
  readonly text: string;
  readonly closedAfter: number | undefined;
}

/** Opens a connection, says something on it in its own way, and listens until it is closed or the time is over. */
export async function talk(port: number, say: (socket: Socket) => unknown, patience = 12_000): Promise<Talk> {
  const begun = performance.now();
  const socket = connect(port, "127.0.0.1");
  let text = "";
  let closedAfter: number | undefined;
  socket.on("data", (chunk: Buffer) => void (text += chunk.toString("latin1")));
  socket.on("error", () => undefined); // being cut off is what is waited for
  const closed = new Promise<void>((resolve) => {
    socket.on("close", () => {
      closedAfter = performance.now() - begun;
      resolve();
    });
  });
  const ended = new AbortController();
  socket.on("connect", () => void say(socket));
  await Promise.race([closed, after(patience, undefined, { signal: ended.signal }).catch(() => undefined)]);
  ended.abort();
  socket.destroy();
  return { text, closedAfter };
}

/** Says one thing at once, and goes on with another one by one, slowly, for as long as somebody listens. */
export const slowly =
  (first: string, more: string) =>
  async (socket: Socket): Promise<void> => {
    socket.write(first);
    for (let at = 0; !socket.destroyed; at++) {
      socket.write(more[at % more.length]!);
      await after(400);
    }
  };
