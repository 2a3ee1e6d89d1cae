/** What can be hidden until the class is asked to show it. */
export const HIDEABLE = ['titles', 'places', 'speakers'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** The ones named, each once and in a fixed order; what is no such name is left out. */
export function readHideable(names: readonly unknown[]): readonly Hideable[] {
  return HIDEABLE.filter((each) => names.includes(each));
}
