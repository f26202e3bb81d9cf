import { expect, test } from 'vitest';
import { readDefinition, sketchDefinition } from './read-definition.ts';
import { formUses, references } from './references.ts';
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

test('every place that shows a form is listed, also in a draft with faults', async () => {
  const xml = processOf(
    `<bpmn:startEvent id="S"/>${taskOf('A', 'customDataForm', { dataFormName: 'f', dataFormVersion: '${2}' })}${taskOf('B', 'customDataForm', { dataFormName: 'f' })}${taskOf('C', 'customDataForm', { dataFormName: 'f', dataFormVersion: '${_initial.version}' })}${taskOf('G', 'customDataForm', { dataFormName: 'g', dynamicDataFormName: '${_initial.form}' })}${taskOf('E', 'nobodyKnows', {})}`,
  );
  await expect(readDefinition(xml, manifests)).rejects.toThrow();
  expect(formUses(await sketchDefinition(xml, manifests))).toEqual([
    { element: 'A', name: 'f', version: 2 },
    { element: 'B', name: 'f', version: 1 },
    { element: 'C', name: 'f' },
    { element: 'G', name: 'g', version: 1 },
    { element: 'G', version: 1 },
  ]);
});
