import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedOneOfEach } from '../../../../test/support/seed-one-of-each.ts';
import { type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';

let server: TestServer;
let demo: TestClient;
beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
  // A pattern is judged only when there is a name to compare.
  await seedOneOfEach(demo);
});
afterAll(() => server.close());

test.each([
  '/api/process-manager/customDataForms',
  '/api/process-manager/processDefinitions',
  '/api/theme-server/customPages',
  '/api/theme-server/themes',
])('a backslash in the name that %s is asked for stands for itself', async (path) => {
  const answer = await demo.call('GET', `${path}?name=${encodeURIComponent('\\')}`);
  expect(answer).toMatchObject({ status: 200, body: { content: [] } });
});
