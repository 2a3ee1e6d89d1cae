import type { EventIndex } from '$lib/core/event-index';
import {
  textIn,
  type Citation,
  type EventTime,
  type Place,
  type Story,
  type StoryEvent,
  type Window
} from '$lib/core/story';
import { dayOf } from '$lib/core/zone';

const CONTEXT = 'https://schema.org';

/** schema.org data of a story: an Article about its events, each with its place and the works it cites. Addresses are absolute when the site's is known. */
export function storyData(story: Story, index: EventIndex, site: string | null): object {
  const { meta } = story;
  const places = new Map(story.places.map((place) => [place.id, place]));
  const citations = new Map(story.citations.map((citation) => [citation.id, citation]));
  const address = `${site ?? ''}stories/${meta.id}/`;
  return {
    '@context': CONTEXT,
    '@type': 'Article',
    headline: text(story, meta.title),
    abstract: text(story, meta.summary),
    inLanguage: meta.languages[0],
    dateModified: meta.updated,
    ...(meta.licence.url ? { license: meta.licence.url } : {}),
    ...(site ? { url: address, mainEntityOfPage: address } : {}),
    author: meta.authors.map(({ name, url }) => ({
      '@type': 'Organization',
      name,
      ...(url ? { url } : {})
    })),
    about: Array.from({ length: index.size }, (_, position) =>
      eventData(story, index.eventAt(position), places, citations)
    )
  };
}

/** schema.org data of an archive: a Dataset, what it covers, what it rests on and where the file is. */
export function archiveData(story: Story, extent: Window, site: string | null): object {
  const { meta, archive } = story;
  const address = `${site ?? ''}archives/${meta.id}/`;
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: text(story, meta.title),
    description: text(story, meta.summary),
    inLanguage: meta.languages[0],
    dateModified: meta.updated,
    temporalCoverage: `${isoDay(extent.from, meta.timeZone)}/${isoDay(extent.to, meta.timeZone)}`,
    ...(meta.licence.url ? { license: meta.licence.url } : {}),
    ...(site ? { url: address } : {}),
    creator: meta.authors.map(({ name, url }) => ({
      '@type': 'Organization',
      name,
      ...(url ? { url } : {})
    })),
    citation: story.citations.map(citationData),
    ...(archive && site
      ? {
          distribution: { '@type': 'DataDownload', contentUrl: address + archive.file }
        }
      : {})
  };
}

/** schema.org data of one place. */
export function placeData(story: Story, place: Place, site: string | null): object {
  const address = `${site}stories/${story.meta.id}/places/${place.id}/`;
  return { '@context': CONTEXT, ...placeOf(story, place), ...(site ? { url: address } : {}) };
}

function eventData(
  story: Story,
  event: StoryEvent,
  places: ReadonlyMap<string, Place>,
  citations: ReadonlyMap<string, Citation>
): object {
  const refs = [...event.citations, ...event.claims.flatMap((claim) => claim.citations)];
  const cited = [...new Set(refs.map((ref) => ref.citation))].flatMap(
    (id) => citations.get(id) ?? []
  );
  const located = event.where.flatMap(({ place }) => places.get(place) ?? []);
  return {
    '@type': 'Event',
    identifier: event.id,
    name: text(story, event.title),
    description: text(story, event.text),
    ...(event.when ? datesOf(event.when) : {}),
    location: located.map((place) => placeOf(story, place)),
    subjectOf: cited.map(citationData)
  };
}

function citationData({ title, publisher, archived, url }: Citation): object {
  const address = archived ?? url;
  return {
    '@type': 'CreativeWork',
    name: title,
    publisher: { '@type': 'Organization', name: publisher },
    ...(address ? { url: address } : {})
  };
}

function placeOf(story: Story, place: Place): object {
  return {
    '@type': 'Place',
    name: text(story, place.names),
    ...(place.point
      ? {
          geo: {
            '@type': 'GeoCircle',
            geoMidpoint: {
              '@type': 'GeoCoordinates',
              longitude: place.point[0],
              latitude: place.point[1]
            },
            geoRadius: `${place.radius} m`
          }
        }
      : {}),
    ...(place.sameAs.length > 0 ? { sameAs: place.sameAs } : {})
  };
}

function text(story: Story, map: Readonly<Record<string, string>>): string {
  return textIn(map, ...story.meta.languages);
}

/** A day of the zone as ISO 8601, which gives years that have not four digits a sign and six. */
function isoDay(ms: number, zone: string): string {
  const { year, month, day } = dayOf(ms, zone);
  const digits = (value: number, count: number) => String(Math.abs(value)).padStart(count, '0');
  const far = year < 0 ? '-' : '+';
  const written = year >= 0 && year <= 9999 ? digits(year, 4) : far + digits(year, 6);
  return `${written}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The first and the last possible day, in the event's own zone, as ISO 8601; an open end is left out. */
function datesOf({ startEarliest, endLatest, zone }: EventTime): object {
  return {
    ...(Number.isFinite(startEarliest) ? { startDate: isoDay(startEarliest, zone) } : {}),
    ...(Number.isFinite(endLatest) ? { endDate: isoDay(endLatest, zone) } : {})
  };
}
