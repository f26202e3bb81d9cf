import { once } from 'node:events';
import { connect } from 'node:net';

export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Lines that end with CR LF. */
  readonly headers?: string;
  /** ASCII. */
  readonly body?: string;
};

export type Answered = {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** Of the body, as it was sent. */
  readonly bytes: number;
};

/** One connection that stays open; one request at a time. */
export type KeptAlive = {
  readonly ask: (asked: Asked) => Promise<Answered>;
  readonly end: () => void;
};

/** Opens the connection. Written small so that the client takes little of the machine that is measured. */
export async function keptAlive(port: number): Promise<KeptAlive> {
  const socket = connect({ port, host: 'localhost', noDelay: true });
  await once(socket, 'connect');
  let text = '';
  let waiting: PromiseWithResolvers<Answered> | undefined;
  // One character a byte, so that lengths agree.
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    text += part;
    const answer = wholeAnswer(text);
    if (!answer) return;
    text = '';
    waiting?.resolve(answer);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  return {
    ask: ({ method, path, headers = '', body = '' }) => {
      waiting = Promise.withResolvers<Answered>();
      const length = method === 'POST' ? `content-length: ${body.length}\r\n` : '';
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${headers}${length}\r\n${body}`,
        'latin1',
      );
      return waiting.promise;
    },
    end: () => {
      socket.removeAllListeners('close');
      socket.end();
    },
  };
}

function wholeAnswer(text: string): Answered | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  const bytes = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  const body = text.slice(end + 4);
  return body.length < bytes ? undefined : { status: Number(text.slice(9, 12)), head, body, bytes };
}
