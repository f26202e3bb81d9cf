/** Words of diagrams that are looked at. */
export const diagramWords = Object.freeze({
  unreadable: 'The diagram cannot be drawn.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  legend: 'Legend',
  visited: 'Passed',
  active: 'Stands here',
  incident: 'Failed here',
});
