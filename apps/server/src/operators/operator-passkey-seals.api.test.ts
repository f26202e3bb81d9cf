import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, operatorWorld, signInWith } from '../../../../test/support/operator-world.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
let ada: Browser;
beforeAll(async () => {
  world = await operatorWorld();
  ada = await world.administrator();
});
afterAll(() => world.close());

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const audit = (action: string) =>
  world.server.owner.rows<{ outcome: string; code: string | null; facts: object }>({
    name: `test.audit.${action}`,
    text: `select outcome, code, facts from audit where action = '${action}' order by at desc, id limit 3`,
  });

describe('a passkey of an operator that somebody edits in the database', () => {
  test('does not sign in, says the same as for every reason, and is an alarm', async () => {
    const eve = await world.invited(ada, 'auditor', 'Eve');
    expect((await signInWith(eve.browser)).status).toBe(200);
    const write = (change: string) =>
      world.server.owner.change(
        { name: `test.${change}`, text: `update operator_credentials set ${change} where operator_id = $1` },
        [eve.id],
      );
    // Hot updates: what every sign-in changes.
    await write('sign_count = 0, backed_up = false, last_used_at = now()');
    expect((await signInWith(eve.browser)).status).toBe(200);
    const grace = await world.invited(ada, 'auditor', 'Grace');
    await write(`operator_id = '${grace.id}'`);
    expect(codeOf(await signInWith(eve.browser))).toEqual([401, 'operator.sign-in-failed']);
    expect((await audit('operator.signed-in'))[0]).toMatchObject({ code: 'passkey.tampered' });
    expect(await audit('passkey.tampered')).toMatchObject([
      { code: 'passkey.tampered', outcome: 'FAILURE', facts: { operatorId: grace.id } },
    ]);
    expect((await signInWith(grace.browser)).status).toBe(200);
  });
});
