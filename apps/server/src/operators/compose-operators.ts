import type { AuthenticateCookie } from '../access/token-or-cookie.ts';
import type { Bound } from '../http/bind.ts';
import { operatorAuthentication } from './operator-authentication.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import { operatorPasskeysHttp } from './operator-passkeys.http.ts';
import { operatorSignInHttp } from './operator-sign-in.http.ts';
import { operatorsHttp } from './operators.http.ts';

export type Operators = {
  /** For `tokenOrCookie`. */
  readonly authenticate: AuthenticateCookie;
  readonly routes: readonly Bound[];
};

/** Everything of operators, put together: who sends a session's cookie, and every route of theirs. */
export function composeOperators(needs: OperatorNeeds): Operators {
  const { authenticate, forget } = operatorAuthentication(needs);
  const routes = [
    ...operatorSignInHttp({ ...needs, forget }),
    ...operatorsHttp({ ...needs, forget }),
    ...operatorPasskeysHttp(needs),
  ];
  return Object.freeze({ authenticate, routes });
}
