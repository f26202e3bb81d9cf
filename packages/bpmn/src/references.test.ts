import { expect, test } from 'vitest';
import { readDefinition } from './read-definition.ts';
import { references } from './references.ts';
import { manifests } from './testing/manifests.ts';
import { flowOf, processOf, taskOf } from './testing/problems-of.ts';

test('every literal name is listed with what it depends on; expressions are not', async () => {
  const xml = processOf(
    `<bpmn:startEvent id="S"/>${taskOf('A', 'startPasskeyRegistration', { registrationPolicy: 'p', relyingPartyId: 'localhost', storeName: 'demo' })}${taskOf('B', 'customDataForm', { dataFormName: 'f', dataFormVersion: '${2}' })}${taskOf('C', 'customDataForm', { dataFormName: '${_initial.form}' })}${taskOf('F', 'customDataForm', { dataFormName: 'g' })}<bpmn:endEvent id="E"/>${flowOf('S', 'A')}${flowOf('A', 'B')}${flowOf('B', 'C')}${flowOf('C', 'F')}${flowOf('F', 'E')}`,
  );
  const { definition } = await readDefinition(xml, manifests);
  expect(references(definition)).toEqual([
    { element: 'A', property: 'relyingPartyId', kind: 'relying-party', name: 'localhost', storeName: 'demo' },
    {
      element: 'A',
      property: 'registrationPolicy',
      kind: 'registration-policy',
      name: 'p',
      storeName: 'demo',
      relyingPartyId: 'localhost',
    },
    { element: 'A', property: 'storeName', kind: 'identity-store', name: 'demo' },
    { element: 'B', property: 'dataFormName', kind: 'form', name: 'f', version: 2 },
    { element: 'F', property: 'dataFormName', kind: 'form', name: 'g' },
  ]);
});
