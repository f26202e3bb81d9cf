import { describe, expect, test } from 'vitest';
import { trialObstacle } from './trial-obstacle.ts';

const place = { hostname: 'id.example.com', isSecure: true, knowsPasskeys: true };

describe('a trial of a policy', () => {
  test.each(['id.example.com', 'example.com'])('may run here for %s', (rpId) =>
    expect(trialObstacle(rpId, place)).toBeUndefined(),
  );

  test.each(['other.com', 'ample.com', 'a.id.example.com'])(
    'may not run here for %s, and says where',
    (rpId) => expect(trialObstacle(rpId, place)).toMatch(`only ${rpId} and its subdomains`),
  );

  test('says when the browser itself is the reason', () => {
    expect(trialObstacle('example.com', { ...place, isSecure: false })).toMatch('HTTPS');
    expect(trialObstacle('example.com', { ...place, knowsPasskeys: false })).toMatch('no passkeys');
  });
});
