import { Agent, request as send } from 'node:http';
import {
  CONNECTIONS,
  headersOf,
  type LoadOrder,
  type LoadResult,
  type WatchRequest,
} from './load.js';

const TICK_MS = 10;

/** Sends the requests evenly over time. autocannon would send each second's requests in a burst. */
export async function steadyLoad(order: LoadOrder, perSecond: number): Promise<LoadResult> {
  const { url, amount, requests, status } = order;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const pending: Promise<Answer>[] = [];
  const startedMs = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.ceil(((performance.now() - startedMs) * perSecond) / 1000);
      while (pending.length < Math.min(due, amount)) {
        const request = requests[pending.length % requests.length];
        if (request) pending.push(answerTo(url, request, agent));
      }
      if (pending.length < amount) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  const answers = await Promise.all(pending);
  agent.destroy();
  return {
    failed: answers.filter((answer) => answer.status !== status).length,
    responseBytes: answers.reduce((total, { bytes }) => total + bytes, 0),
  };
}

interface Answer {
  /** Undefined without an answer. */
  readonly status: number | undefined;
  /** Of the body. */
  readonly bytes: number;
}

function answerTo(url: string, request: WatchRequest, agent: Agent): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = send(url + request.path, { agent, headers: headersOf(request) }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve({ status: response.statusCode, bytes }));
    });
    sent.on('error', () => resolve({ status: undefined, bytes: 0 }));
    sent.end();
  });
}
