/** The choices of a table of labels, without the one that stands for nothing chosen. */
export const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .filter(([value]) => value !== '')
    .map(([value, label]) => ({ value, label }));
