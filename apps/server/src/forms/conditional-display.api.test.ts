import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import {
  deploy,
  deployForm,
  type JourneyWorld,
  journeyWorld,
  newToken,
} from '../../../../test/support/journey-world.ts';
import { person, type Standing } from '../../../../test/support/person.ts';

const label = (en: string) => ({ values: { en } });
const question = (id: string, index: number, more: object = {}) => ({
  type: 'text',
  id,
  index,
  label: label(id),
  ...more,
});
const resource = JSON.stringify({
  title: label('Where do you live?'),
  components: [
    question('country', 0),
    question('taxNumber', 1, { validate: { required: true }, visibleWhen: 'country == "de"' }),
    { type: 'checkbox', id: 'agree', index: 2, label: label('I agree') },
    {
      type: 'paragraph',
      id: 'thanks',
      index: 3,
      values: { en: 'Thank you.' },
      visibleWhen: { field: 'agree', operator: 'isFilled' },
    },
  ],
});

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
  await deployForm(world.call, 'country', resource);
  const form = task('Form', 'customDataForm', { dataFormName: 'country' });
  await deploy(world.call, 'country', diagram(startEvent(), form, endEvent(), chain('Form')));
});
afterAll(() => world.close());

async function open() {
  const ada = person(world.server.base);
  const at = await ada.start({ pt: await newToken(world.call, 'country') });
  return { ada, at, ...readerOf(world) };
}

const isShown = (html: string, id: string) =>
  new RegExp(`<div data-when="[^"]*">[^<]*<div[^>]*data-field="${id}"`).test(html);

async function sendPlain(
  { ada, at }: { ada: ReturnType<typeof person>; at: Standing },
  typed: Record<string, string>,
) {
  const shown = /name="_shown" value="([^"]*)"/.exec(at.html)?.[1] ?? 'none';
  const body = new URLSearchParams({
    _attempt: String(at.attempt),
    _kind: 'submit',
    _shown: shown,
    ...typed,
  });
  const response = await ada.request(`/web/trustweb/${at.instanceId}/tasks/${at.task}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  return { status: response.status, at: { ...at, html: await response.text() } };
}

describe('a question that answers bring up', () => {
  test('is out of sight, and not demanded, until then', async () => {
    const { ada, at, read, dataOf } = await open();
    expect(isShown(at.html, 'taxNumber')).toBe(false);
    await ada.press(at, { country: 'fr', taxNumber: 'smuggled' });
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    expect((await dataOf(at.instanceId))._forms.form1.currentForm.data).toMatchObject({
      country: 'fr',
      taxNumber: '',
    });
  });

  test('is demanded from then on', async () => {
    const { ada, at } = await open();
    const refused = await ada.send(at, { kind: 'submit', values: { country: 'de' } });
    expect(refused.body).toMatchObject({ kind: 'errors', errors: [{ field: 'taxNumber' }] });
  });

  test('comes with the next page where no script runs, with everything that was typed', async () => {
    const { ada, at, read } = await open();
    const asked = await sendPlain({ ada, at }, { country: 'de', agree: 'true' });
    expect(asked.status).toBe(422);
    expect(isShown(asked.at.html, 'taxNumber')).toBe(true);
    expect(asked.at.html).toContain('Your answers bring up this question.');
    expect(asked.at.html).toMatch(/<input type="checkbox" id="f-agree" value="true" checked/);
    const still = await sendPlain({ ada, at: asked.at }, { country: 'de' });
    expect(still.at.html).toContain('Please fill this in.');
    const done = await sendPlain({ ada, at: still.at }, { country: 'de', taxNumber: '12' });
    expect(done.status).toBe(303);
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
  });

  test('leaves no browser without script stuck at a field that it cannot see', async () => {
    const { at } = await open();
    expect(at.html).toMatch(/name="taxNumber" aria-required="true"/);
  });
});
