import type { TestClient } from './server.ts';

/**
 * Makes one of everything that stands in paths, over the API, in the client's tenant; answers them by the names of
 * path parameters. A subject that adds a parameter adds its line here.
 */
export async function seedOneOfEach({ call }: TestClient): Promise<Readonly<Record<string, string>>> {
  const stores = '/api/identity-store/stores';
  const storeName = 'customers';
  await call('POST', stores, { name: storeName });
  const { body: user } = await call('POST', `${stores}/${storeName}/users`, { externalId: 'E-1' });
  return { storeName, userId: user.id, userExtId: user.externalId };
}
