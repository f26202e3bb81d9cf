import { once } from 'node:events';
import { connect } from 'node:net';

/** A POST on one connection that stays open; answers the body. Throws unless the status is 200. */
export type Post = ((path: string, body: string) => Promise<string>) & { readonly end: () => void };

/** Opens the connection. Written small so that the client takes little of the machine that is measured. */
export async function keptAlive(port: number, token: string): Promise<Post> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let text = '';
  let waiting: PromiseWithResolvers<string> | undefined;
  // Every answer of both servers is ASCII, so bytes and characters agree.
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    text += part;
    const answer = wholeAnswer(text);
    if (!answer) return;
    text = '';
    if (answer.status === '200') waiting?.resolve(answer.body);
    else waiting?.reject(new Error(`${answer.status} ${answer.body}`));
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  const head = `host: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\n`;
  const post = (path: string, body: string): Promise<string> => {
    waiting = Promise.withResolvers<string>();
    socket.write(`POST ${path} HTTP/1.1\r\n${head}content-length: ${body.length}\r\n\r\n${body}`, 'latin1');
    return waiting.promise;
  };
  return Object.assign(post, {
    end: () => {
      socket.removeAllListeners('close');
      socket.end();
    },
  });
}

function wholeAnswer(text: string): { readonly status: string; readonly body: string } | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1]);
  const body = text.slice(end + 4);
  return body.length < length ? undefined : { status: text.slice(9, 12), body };
}
