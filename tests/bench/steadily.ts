/**
 * How to run a bench so that ratios mean something where other work goes on: by the time that this process was given, not by the clock on
 * the wall; and briefly, so that what is compared runs close together. A run of a bench should be a sweep over many windows, for one step is
 * too short to be measured.
 */
export const STEADILY = {
  time: 150,
  warmupTime: 30,
  iterations: 5,
  warmupIterations: 2,
  now: () => process.cpuUsage().user / 1000
};
