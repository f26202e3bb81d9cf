import { run, type Taker } from '../run.ts';
import { takePage } from './take-page.ts';

/** The document's policy names one frame; a page that comes after another one needs a document of its own. */
let isFirst = true;

const take: Taker = (view, onMoved) => {
  if (!isFirst) return location.reload();
  isFirst = false;
  takePage(view, onMoved);
};

run(take);
