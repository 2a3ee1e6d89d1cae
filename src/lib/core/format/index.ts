import { problem, type Problem } from '../problem';
import type { Story } from '../story';
import { assemble } from './assemble';
import { Draft } from './draft';
import { Ids, idsInFile } from './ids';
import { copySafely } from './safe-copy';
import { fitShape } from './shape';
import { storyFile } from './v1';

export { joinParts } from './parts';

export interface ReadResult {
  /** Null only when the input is no story at all: no object, no readable format, no "story". */
  readonly story: Story | null;
  readonly problems: readonly Problem[];
}

const NEWEST = 1;

/**
 * Reads a story from parsed JSON of any origin. Never throws. What is wrong is named in `problems` and left out, as little as
 * possible: a language, an optional field, an entry of a list; everything else is in the story, and every id in it exists. A required
 * field of "story" that cannot be read is replaced (an unknown time zone by UTC), so that the rest can be shown.
 */
export function readStory(input: unknown): ReadResult {
  const hopeless = sniff(input);
  if (hopeless) return { story: null, problems: [hopeless] };
  const safe = copySafely(input);
  if (!safe) return { story: null, problems: [problem('too-many', '', undefined, '8,000,000')] };

  const draft = new Draft(safe.copy as Record<PropertyKey, unknown>);
  const inFile = idsInFile(draft.root);
  draft.leaveOut(safe.findings);
  const file = fitShape(draft, storyFile);
  if (!file) return { story: null, problems: draft.problems };

  const report = draft.report.bind(draft);
  const story = assemble(file, { ids: new Ids(inFile, report), report });
  return { story, problems: draft.problems };
}

/** The version is looked at before anything else, so that the problems named are those of the right schema. */
function sniff(input: unknown): Problem | null {
  if (!isObject(input)) return problem('not-an-object', '', input);
  const format = Object.hasOwn(input, 'format') ? input['format'] : undefined;
  if (format === undefined) return problem('format-missing', 'format');
  const named = typeof format === 'string' ? format : '';
  const version = Number(/^dateline-story\/([1-9]\d{0,3})$/.exec(named)?.[1] ?? NaN);
  if (Number.isNaN(version)) return problem('format-unknown', 'format', format);
  if (version > NEWEST) {
    return problem('format-newer', 'format', format, `this one reads up to ${NEWEST}`);
  }
  const story = Object.hasOwn(input, 'story') ? input['story'] : undefined;
  if (story === undefined) {
    return problem('missing-field', 'story', undefined, 'an object in { }');
  }
  return isObject(story) ? null : problem('wrong-type', 'story', story, 'an object in { }');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
