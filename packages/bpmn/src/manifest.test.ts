import { describe, expect, test } from 'vitest';
import { recogniseActivity } from './manifest.ts';
import { manifests } from './testing/manifests.ts';

const versions = [...manifests, { ...manifests[5], version: 3 } as (typeof manifests)[number]];

describe('recogniseActivity', () => {
  test.each([
    ['addUser', 'addUser', 1],
    ['Add User', 'addUser', 1],
    [' add  user ', 'addUser', 1],
    ['com.example.addUser', 'addUser', 1],
    ['com.example:add-user', 'addUser', 1],
    ['Custom Data Form', 'customDataForm', 3],
    ['Custom Data Form v1', 'customDataForm', 1],
    ['Custom Data Form V3', 'customDataForm', 3],
    ['Custom Data Form v2', 'customDataForm', 3],
  ])('%j is %s version %i', (name, id, version) => {
    expect(recogniseActivity(versions, name)).toMatchObject({ id, version });
  });

  test.each(['', ' ', 'external', 'v2', '...', 'addUserToo'])('%j is none', (name) => {
    expect(recogniseActivity(versions, name)).toBeUndefined();
  });
});
