import { itemOf, type Lookup } from '../core/lookup';
import { textIn, type Chapter, type LanguageMap, type Story } from '../core/story';
import { partsOf } from './parts';

interface Common {
  /** What stands at its head. */
  readonly title: string;
}

/** One screen of a story as it is presented. */
export type Step = Common &
  (
    | { readonly kind: 'title' }
    /** Some sentences of a chapter; `part` from 1. */
    | {
        readonly kind: 'chapter';
        readonly chapter: string;
        readonly text: string;
        readonly part: number;
        readonly parts: number;
      }
    /** A question on which the sources differ, and who says what. */
    | {
        readonly kind: 'dispute';
        readonly chapter: string;
        readonly event: string;
        readonly dispute: string;
      }
    /** A question for the class. */
    | { readonly kind: 'question'; readonly chapter: string; readonly question: string }
  );

/** Disputes of one chapter that get a screen: those with the most sides. The others are in the notes. */
const DISPUTES = 2;

/** The steps of a story in the order in which it is told. `language`: BCP 47 tag of what is shown. */
export function stepsOf(story: Story, { events }: Lookup, language: string): readonly Step[] {
  const tell = (text: LanguageMap) => textIn(text, language, ...story.meta.languages);
  const told = (chapter: Chapter): Step[] => {
    const parts = partsOf(tell(chapter.text), language);
    return parts.map((text, i) => ({
      kind: 'chapter',
      title: tell(chapter.title),
      chapter: chapter.id,
      text,
      part: i + 1,
      parts: parts.length
    }));
  };
  const disputed = (chapter: Chapter): Step[] => {
    const all = chapter.events.flatMap((id) => {
      const event = itemOf(events, id);
      return event.disputes.map((dispute) => ({
        event,
        dispute,
        sides: event.claims.filter((claim) => claim.dispute === dispute.id).length
      }));
    });
    const most = [...all].sort((a, b) => b.sides - a.sides).slice(0, DISPUTES);
    return all
      .filter((each) => most.includes(each))
      .map(({ event, dispute }) => ({
        kind: 'dispute',
        title: tell(dispute.topic),
        chapter: chapter.id,
        event: event.id,
        dispute: dispute.id
      }));
  };
  const asked = (chapter: Chapter): Step[] =>
    chapter.questions.map((question) => ({
      kind: 'question',
      title: tell(question.text),
      chapter: chapter.id,
      question: question.id
    }));
  return [
    { kind: 'title', title: tell(story.meta.title) },
    ...story.chapters.flatMap((chapter) => [
      ...told(chapter),
      ...disputed(chapter),
      ...asked(chapter)
    ])
  ];
}

/** Position of the step at which the chapter after (1) or before (−1) that of the step at `at` begins; the first or last step where there is none. */
export function chapterFrom(steps: readonly Step[], at: number, direction: 1 | -1): number {
  const chapterAt = (i: number) => {
    const step = steps[i];
    return step && 'chapter' in step ? step.chapter : null;
  };
  const begins = (i: number) => i === 0 || chapterAt(i) !== chapterAt(i - 1);
  for (let i = at + direction; i >= 0 && i < steps.length; i += direction) if (begins(i)) return i;
  return direction > 0 ? steps.length - 1 : 0;
}

/** The story with a chapter more for each step but the title, called by `chapterOfStep`: what a session turns to. */
export function storyOfSteps(story: Story, lookup: Lookup, steps: readonly Step[]): Story {
  const placed = (id: string) => itemOf(lookup.places, id).point !== null;
  const turns = steps.flatMap((step, i) => {
    if (step.kind === 'title') return [];
    const chapter = itemOf(lookup.chapters, step.chapter);
    const where = step.kind === 'dispute' ? itemOf(lookup.events, step.event).where : [];
    const own = where.map(({ place }) => place).filter(placed);
    // One place alone says nothing of where it is.
    const places = own.length > 1 ? own : [...new Set([...own, ...chapter.places])];
    return { ...chapter, id: chapterOfStep(i), places };
  });
  return { ...story, chapters: [...story.chapters, ...turns] };
}

/** Never an id of a story's own, which has no underscore. */
export function chapterOfStep(position: number): string {
  return `step_${position}`;
}
