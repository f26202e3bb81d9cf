/** What the areas of processes are called. */
export const processWords = Object.freeze({
  definitions: 'Process definitions',
  tokens: 'Process tokens',
  instances: 'Instances',
  reviews: 'For review',
  forms: 'Custom forms',
  pages: 'Custom pages',
});
