import { randomBytes } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import { openAccess } from '../../apps/server/src/access/open-access.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import { httpServer } from '../../apps/server/src/http/http-server.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import { passkeyRegistrationsHttp } from '../../apps/server/src/passkeys/passkey-registrations.http.ts';
import { registrationUseCases } from '../../apps/server/src/passkeys/registration-use-cases.ts';
import { publicOrigin, type ServerTask, serving, taskOf } from './server-task.ts';

/** Latchkey itself as far as the measured routes need it: real authorization, verification, audit. */
const task: ServerTask = taskOf(process.argv);
const sql = openDatabase(task.connectionString, { poolSize: task.poolSize });
const publicUrl = () => publicOrigin;
const secretKey = Buffer.from(task.secretKey, 'base64url');
const access = openAccess({ sql, newId, now: Date.now, secretKey, publicUrl });
const registrations = registrationUseCases({ newId, now: Date.now, randomBytes, publicOrigin: publicUrl });
const app = httpServer({
  routes: passkeyRegistrationsHttp({ sql, ...registrations }),
  authenticate: access.authenticate,
  log: openLog('error'),
  ready: async () => undefined,
  publicUrl,
  version: 'bench',
});
await app.listen({ host: '127.0.0.1', port: 0 });
serving(app.server, async () => {
  await app.close();
  await sql.close();
});
