import { GOALS, isMet, type Goal } from '../goals';
import { measuredText } from './document';
import { DATELINE } from './plan';
import type { Summary } from './summary';
import { whole } from './words';

/**
 * What `--check` fails for: goals that are checked and were missed, wrong counts, a page of ours that broke down, and nothing to check. What was not measured is missed, too,
 * unless only a part was to be (`partial`).
 */
export function missedGoals(
  summary: Summary,
  partial: boolean,
  goals: readonly Goal[] = GOALS
): string[] {
  const checked = goals.filter((goal) => goal.checked);
  const outcomes = checked.map((goal) => ({ goal, met: isMet(goal, summary) }));
  const missed = outcomes
    .filter(({ met }) => met === false || (met === null && !partial))
    .map(({ goal }) => {
      const bound = `${goal.is === 'most' ? '≤' : '≥'} ${goal.limit} ${goal.unit}`;
      return `${goal.text}: ${measuredText(goal, summary)}, the goal is ${bound}`;
    });
  const wrong = summary.cells
    .filter((cell) => cell.wrong)
    .map(({ name, size }) => `${name}, ${whole(size)} events: a wrong count`);
  const failed = summary.cells
    .filter(({ approach }) => approach === DATELINE)
    .flatMap(({ name, size, failures }) =>
      failures.map((why) => `${name}, ${whole(size)} events: ${why}`)
    );
  const nothing = outcomes.every(({ met }) => met === null)
    ? ['None of the goals that are checked was measured.']
    : [];
  return [...missed, ...wrong, ...failed, ...nothing];
}
