import { signOutOperator } from '@latchkey/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.ts';

/** Ends the session; nothing that was read stays in the page. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call(signOutOperator, {});
    await navigate({ to: '/sign-in' });
    client.clear();
  };
}
