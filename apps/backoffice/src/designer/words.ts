/** Words of the Process Designer. */
export const designerWords = Object.freeze({
  title: 'Process Designer',
  newProcess: 'New process',
  newProcessKeywords: 'designer bpmn diagram draw create definition',
  groups: { events: 'Events', flow: 'Flow' },
  entries: {
    start: { label: 'Create Start Event', docs: 'Where every instance begins. A process has exactly one.' },
    end: { label: 'Create End Event', docs: 'Where a path ends.' },
    'end-error': { label: 'Error end', docs: 'Ends with an error code: the instance is declined.' },
    'end-terminate': { label: 'Terminate end', docs: 'Ends every path of the instance at once.' },
    timer: { label: 'Wait', docs: 'Waits for a time or until a date.' },
    exclusive: {
      label: 'Decision',
      docs: 'Goes one way: the first whose condition holds, else the default.',
    },
    parallel: { label: 'Parallel', docs: 'Goes all ways at once, or waits for all of them.' },
    inclusive: { label: 'Any of', docs: 'Goes every way whose condition holds, or waits for those taken.' },
    'sub-process': { label: 'Sub-process', docs: 'Groups steps; a boundary event on it guards them all.' },
  },
  boundary: {
    any: { label: 'Any other failure', docs: 'Catches every failure that no other boundary event catches.' },
    timer: { label: 'Timer', docs: 'Leaves when it takes longer than a time that you set.' },
  },
  menus: {
    append: 'Add after this',
    insert: 'Add onto this flow',
    add: 'Add to the process',
    replace: 'Change into',
    attach: 'When it ends otherwise',
    connect: 'Connect to another element',
    remove: 'Delete',
    search: 'Search activities and events',
    none: 'Nothing fits.',
  },
});
