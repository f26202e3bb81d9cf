import * as contract from '@latchkey/contract';
import { hashSecret } from '../access/secrets.ts';
import { type Bound, bind } from '../http/bind.ts';
import { endEarlier, readSession, sessionHashOf, signOut } from './current-session.ts';
import type { OperatorAuthentication } from './operator-authentication.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import { clearedSessionCookie, sessionCookie } from './session-cookie.ts';
import { setUpOperator, startSetUp } from './set-up-operator.ts';
import { signIn, startSignIn } from './sign-in-operator.ts';
import { userAgentFamily } from './user-agent-family.ts';

type Needs = OperatorNeeds & Pick<OperatorAuthentication, 'forget'>;

/** The routes by which operators come in and go out. */
export function operatorSignInHttp(needs: Needs): readonly Bound[] {
  const { sql, publicUrl, limits, forget } = needs;
  const [start, setUp, startIn, inside] = [
    startSetUp(needs),
    setUpOperator(needs),
    startSignIn(needs),
    signIn(needs),
  ];
  return [
    bind(contract.startOperatorSetUp, async ({ body, address }) => {
      await limits.ofAddress('sign-in', address);
      const { options, ...begun } = await start(body.invitation);
      return { ...begun, options: options as contract.CreationOptions };
    }),
    bind(contract.setUpOperator, async ({ body, headers, setHeader }) => {
      const secret = await setUp(body, userAgentFamily(headers['user-agent']));
      setHeader('set-cookie', sessionCookie(secret, publicUrl()));
      return readSession(sql, hashSecret(secret));
    }),
    bind(contract.startOperatorSignIn, async ({ address }) => {
      await limits.ofAddress('sign-in', address);
      return startIn();
    }),
    bind(contract.signInOperator, async ({ body, headers, setHeader }) => {
      const secret = await inside(body, userAgentFamily(headers['user-agent']));
      setHeader('set-cookie', sessionCookie(secret, publicUrl()));
      const signedIn = await readSession(sql, hashSecret(secret));
      const earlier = sessionHashOf(headers, publicUrl());
      await endEarlier(sql, earlier, signedIn);
      if (earlier) forget(earlier);
      return signedIn;
    }),
    bind(contract.signOutOperator, async ({ actor, headers, setHeader }) => {
      const hash = sessionHashOf(headers, publicUrl());
      await signOut(sql, actor, hash);
      if (hash) forget(hash);
      setHeader('set-cookie', clearedSessionCookie(publicUrl()));
      return undefined;
    }),
    bind(contract.getOperatorSession, async ({ actor, headers }) =>
      readSession(sql, actor.kind === 'operator' ? sessionHashOf(headers, publicUrl()) : undefined),
    ),
  ];
}
