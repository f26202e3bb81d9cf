import type { FormDocument } from '@latchkey/forms';
import { expect, test } from 'vitest';
import { likelySample, samplePaths, withSamples } from './sample-data.ts';

const form: FormDocument = {
  title: {
    values: {
      en: 'Hello {{processVar._initial.firstName}}',
      de: 'Hallo {{ PROCESSVAR._initial.firstName }}',
    },
  },
  components: [
    {
      type: 'email',
      id: 'email',
      index: 0,
      label: { values: { en: 'Email' } },
      default: '{{processVar._initial.email}}',
    },
    {
      type: 'text',
      id: 'perk',
      index: 1,
      label: { values: { en: 'Perk' } },
      visibleWhen: { text: '{{processVar["plan"]}}', operator: 'equals', value: 'gold' },
    },
  ],
};

test('session data are found wherever a form shows them, each once', () => {
  expect(samplePaths(form)).toEqual(['_initial.firstName', '_initial.email', '["plan"]']);
});

test('a text is read with the samples in it, and nothing where there is none, as on the page', () => {
  const read = withSamples({ '_initial.firstName': 'Grace', '["plan"]': 'gold' });
  expect(read('{{processVar._initial.firstName}} {{ processvar["plan"] }}{{processVar.none}}.')).toBe(
    'Grace gold.',
  );
  expect(read('No {{other}} places')).toBe('No {{other}} places');
});

test('samples are likely', () => {
  expect(
    ['_initial.email', 'user.first_name', 'data["phone"]', 'orders[0]', 'plan'].map(likelySample),
  ).toEqual(['ada@example.com', 'Ada', '+44 20 7946 0018', '0', 'plan']);
});
