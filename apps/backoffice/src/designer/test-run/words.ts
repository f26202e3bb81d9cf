/** Words of the test run. */
export const runWords = Object.freeze({
  title: 'Test run',
  text: 'The real engine with sample data. Choose what happens; no user, no store and no mail is touched.',
  faulty: 'The diagram cannot run yet.',
  showProblems: 'Show the problems',
  next: 'What happens next?',
  again: 'Start again',
  trail: 'So far',
  data: 'Session data (samples)',
  complete: 'It completes',
  decide: (decision: string) => `It decides ${decision}`,
  take: (target: string) => `Go to ${target}`,
  fire: (name: string) => `Time passes: ${name}`,
  ended: { completed: 'Completed', failed: 'Ended with an error', terminated: 'Terminated' },
});
