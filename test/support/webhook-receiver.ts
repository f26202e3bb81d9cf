import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came to the receiver. */
export type Received = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** A receiver of webhooks on loopback, which keeps what comes and answers as it is told. */
export async function webhookReceiver() {
  const received: Received[] = [];
  const receiver = {
    received,
    /** The status of the next answers. */
    answer: 204,
    url: '',
    close: () => void server.close(),
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      received.push({
        headers: request.headers as Record<string, string>,
        body: String(Buffer.concat(parts)),
      });
      response.writeHead(receiver.answer).end('noted \0');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}
