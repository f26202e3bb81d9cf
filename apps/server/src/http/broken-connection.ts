import type { Socket } from 'node:net';
import { newId, type Problem } from '@latchkey/kernel';
import { problemBody } from './problem-body.ts';
import { requestProblems } from './request-problems.ts';

const codes: Readonly<Record<string, 'request.timed-out' | 'request.too-large'>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timed-out',
  HPE_HEADER_OVERFLOW: 'request.too-large',
};

/** Answers what never became a request: too slow (408), headers too large (413), not HTTP (400). */
export function answerBrokenConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  const problem = requestProblems.create(codes[error.code ?? ''] ?? 'request.malformed');
  socket.end(written(problem));
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
};

function written(problem: Problem): string {
  const body = JSON.stringify(problemBody(problem, '/', newId()));
  return [
    `HTTP/1.1 ${problem.status} ${reasons[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
