import { nameOf } from '../check/graph.ts';
import { manifestOf } from '../manifest.ts';
import { type LintRule, tasksOf } from './lint-rule.ts';

/** A step that takes the name of its form in either of two ways is given one of them: without, it fails when reached. */
export const namedForms: LintRule = ({ definition, manifests }) =>
  tasksOf(definition)
    .filter(({ activity }) => {
      const known = manifestOf(manifests, activity)?.parameters.properties;
      const { dataFormName, dynamicDataFormName } = activity.parameters;
      return known?.dynamicDataFormName && dataFormName === undefined && dynamicDataFormName === undefined;
    })
    .map((task) => ({
      element: task.id,
      rule: 'form-not-chosen',
      problem: `${nameOf(task)} shows no form yet: whoever reaches it meets a failure.`,
      repair: 'Choose a Custom Form.',
      property: 'dataFormName',
    }));
