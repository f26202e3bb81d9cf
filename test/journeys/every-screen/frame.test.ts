import { describe, expect, test } from 'vitest';
import { backofficeScreens } from '../../support/backoffice-screens.ts';
import { findingsOf } from '../support/findings.ts';
import { settled } from '../support/visit-backoffice.ts';
import { judgeScreens } from './judge-screens.ts';
import { screensOf } from './parts.ts';
import { paths } from './route-tree.ts';
import { judge, looks, take } from './visitor.ts';

const { visitor } = judgeScreens(screensOf('frame'));

test('the table has every screen of the route tree, and nothing else', () => {
  expect(backofficeScreens.map(({ route }) => route).sort()).toEqual([...paths].sort());
});

describe('the frame', () => {
  test('has nothing for axe with its command palette open', async () => {
    const { inside, visit } = visitor();
    await visit(inside, '/');
    await settled(inside);
    await inside.keyboard.press('Control+k');
    await inside.getByRole('combobox', { name: 'Command palette' }).waitFor();
    await judge(inside, 'palette');
  });

  test('has nothing for axe with its drawer open', async () => {
    const { inside, visit } = visitor();
    await visit(inside, '/users');
    await take(inside, looks[3]);
    await inside.getByRole('button', { name: 'Open navigation' }).click();
    await inside.getByRole('dialog').waitFor();
    for (const look of [looks[3], looks[2]]) {
      await take(inside, look);
      expect(await findingsOf(inside), look.colorScheme).toEqual([]);
    }
  });
});
