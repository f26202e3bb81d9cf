import type { BackofficeWorld } from './backoffice-world.ts';
import { chain, diagram, endEvent, startEvent, task } from './diagram.ts';

/** A process that leaves the decision to a person. */
export const undecided = diagram(
  startEvent(),
  task('Decide', 'simpleDecider', { deriveDecisionFrom: '${"REVIEW"}' }),
  endEvent(),
  chain('Decide'),
);
/** A process that names a form which is not there. */
export const faulty = diagram(
  startEvent(),
  task('Form', 'customDataForm', { dataFormName: 'nowhere' }),
  endEvent(),
  chain('Form'),
);

const manager = '/api/process-manager';

/** A process whose form is a draft still, so that its instances fail until it is deployed. */
export async function fragileProcess({ call, baseUrl }: BackofficeWorld) {
  const form = await call('POST', `${manager}/customDataForms`, {
    name: 'late',
    resource: '{"title":{"values":{"en":"Late"}},"components":[]}',
    creationOption: 'Save',
  });
  const data = diagram(
    startEvent(),
    task('Form', 'customDataForm', { dataFormName: '${_initial.form}' }),
    endEvent(),
    chain('Form'),
  );
  const creationOption = 'Save & Deploy';
  const resources = { bpmn: { data, type: 'BPMN' } };
  await call('POST', `${manager}/processDefinitions`, { name: 'late', resources, creationOption });
  const linkWith = async (name: string, parameters: object) => {
    const token = { name, processDefnName: 'late', status: 'ACTIVE', parameters };
    const { id } = await call('POST', `${manager}/processTokens`, token);
    return `${baseUrl}/web/trustweb?pt=${id}`;
  };
  return {
    formId: String(form.id),
    link: await linkWith('late', { form: 'late', lastName: 'Lovelace' }),
    /** Lets a parameter of the form step be without a value. */
    emptyLink: await linkWith('late without its form', { lastName: 'Byron' }),
  };
}
