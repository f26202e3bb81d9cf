import { Type } from 'typebox';
import { failedChecks } from '../../processes/session-data/checks.ts';
import { recordDecision } from '../../processes/session-data/decision.ts';
import { defineActivity } from '../define-activity.ts';
import { oneOf, parameters } from '../parameter.ts';

const decisions = ['PASS', 'FAIL', 'REVIEW'] as const;

/** Decides by the checks of the process, or by a variable: `_decision`, also `decision` for conditions. */
export const simpleDecider = () =>
  defineActivity({
    id: 'simpleDecider',
    version: 1,
    label: 'Simple Decider',
    group: 'Decisions',
    icon: 'scale',
    docs: 'Decides PASS when no check has failed, else as told; or takes the decision from a variable.',
    parameters: parameters({
      decisionOnAnyFailure: oneOf(
        decisions,
        'Decision on Any Failure',
        'The decision when any check of the process has failed.',
        { default: 'FAIL' },
      ),
      deriveDecisionFrom: Type.Optional(
        oneOf(
          decisions,
          'Derive Decision From',
          'An expression that yields PASS, FAIL or REVIEW; the checks are not looked at then.',
        ),
      ),
    }),
    boundaryEvents: [],
    needsSavepoint: false,
    execute: async ({ decisionOnAnyFailure, deriveDecisionFrom }, { data }) => {
      const byChecks = failedChecks(data).length === 0 ? 'PASS' : decisionOnAnyFailure;
      return { kind: 'completed', data: recordDecision(data, deriveDecisionFrom ?? byChecks) };
    },
  });
