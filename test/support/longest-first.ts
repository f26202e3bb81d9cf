import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is started first: files that take minutes, then others that start servers and browsers. */
const first = ['test/journeys/every-screen/', 'test/journeys/', 'test/system/', 'test/api/'];

/**
 * Starts long files first, so that at the end none of them is left alone while the other processors wait. Among alike ones
 * it has the order of vitest: the longest of the last run, else the largest.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  const path = relative(project.config.root, moduleId);
  const place = first.findIndex((folder) => path.startsWith(folder));
  return place < 0 ? first.length : place;
}
