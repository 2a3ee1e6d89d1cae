import { buildLookup, itemOf } from '../core/lookup';
import {
  isContested,
  type Chapter,
  type Dispute,
  type Story,
  type StoryEvent
} from '../core/story';
import { stepsOf, type Step } from '../present/steps';

/** Minutes that a class may take over one step: a rule of thumb and no measurement. */
export const MINUTES = { title: 1, chapter: 1, dispute: 3, question: 5 } as const satisfies Record<
  Step['kind'],
  number
>;

/** A lesson as most timetables have it, minutes. */
export const LESSON = 45;

interface ChapterPlan {
  readonly chapter: Chapter;
  readonly events: number;
  /** Of them those on which sources differ. */
  readonly contested: number;
  readonly questions: number;
  readonly minutes: number;
  /** The first of its steps in the presentation, from 1. */
  readonly step: number;
  readonly disputes: readonly { readonly event: StoryEvent; readonly dispute: Dispute }[];
}

export interface LessonPlan {
  readonly chapters: readonly ChapterPlan[];
  readonly minutes: number;
  /** How many lessons it takes to present it all, no chapter being cut in two. */
  readonly lessons: number;
  /** The chapter of one lesson in which sources differ most, the first of several; null where none fits a lesson. */
  readonly single: ChapterPlan | null;
}

/** What a teacher has to know of a story to plan with it. */
export function planOf(story: Story): LessonPlan {
  const lookup = buildLookup(story);
  const steps = stepsOf(story, lookup, 'en');
  const chapters = story.chapters.map((chapter): ChapterPlan => {
    const events = chapter.events.map((id) => itemOf(lookup.events, id));
    const own = steps.filter((step) => 'chapter' in step && step.chapter === chapter.id);
    return {
      chapter,
      events: events.length,
      contested: events.filter(isContested).length,
      questions: chapter.questions.length,
      minutes: minutesOf(own),
      step: steps.findIndex((step) => own.includes(step)) + 1,
      disputes: events.flatMap((event) => event.disputes.map((dispute) => ({ event, dispute })))
    };
  });
  const fitting = chapters.filter(({ minutes }) => minutes <= LESSON);
  return {
    chapters,
    minutes: minutesOf(steps),
    lessons: lessonsFor(chapters.map(({ minutes }) => minutes)),
    single: fitting.reduce<ChapterPlan | null>(
      (most, each) => (most && most.disputes.length >= each.disputes.length ? most : each),
      null
    )
  };
}

function minutesOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { kind }) => sum + MINUTES[kind], 0);
}

/** Chapters in their order, as many as fit in each lesson; one that is longer than a lesson takes as many as it needs. */
export function lessonsFor(chapters: readonly number[]): number {
  let [lessons, left] = [0, 0];
  for (const minutes of chapters) {
    if (minutes > left) {
      const needed = Math.ceil(minutes / LESSON);
      lessons += needed;
      left = needed * LESSON;
    }
    left -= minutes;
  }
  return lessons;
}
