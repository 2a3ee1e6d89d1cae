import * as z from 'zod';
import type { ProblemCode } from '../problem';
import {
  ACTS,
  HUES,
  LOCATOR_LABELS,
  PLACE_KINDS,
  POINT_STATUSES,
  RELATIONS,
  SHAPES,
  SOURCE_READINGS,
  STANCES,
  STATUSES
} from '../story';
import { addressFault, normalAddress } from './address';
import { isLanguageTag } from './language-tag';

/**
 * Story format 1, "dateline-story/1": the shape of the file and nothing else; what refers to what is checked afterwards.
 * Frozen once released: a change is a new version in a file of its own. The `error` of a check is a code of the catalogue.
 */

// The JIT of zod asks for `eval`, which the site's content policy forbids and reports.
z.config({ jitless: true });

const code = (name: ProblemCode) => ({ error: name });

const id = z
  .string()
  .max(80, code('id-malformed'))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, code('id-malformed'))
  .meta({ id: 'id' });

const text = (max: number) => z.string().max(max).regex(/\S/, code('text-empty'));

const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, code('language-unknown'))
  .refine(isLanguageTag, code('language-unknown'))
  .meta({ id: 'language-tag' });

/** Texts by BCP 47 tag. */
const texts = (id: string, max: number) =>
  z
    .record(languageTag, text(max))
    .refine((map) => Object.keys(map).length > 0, code('text-empty'))
    .meta({ id, minProperties: 1 });
const title = texts('title', 300);
const prose = texts('prose', 10_000);

const url = z
  .string()
  .superRefine((value, context) => {
    const wrong = addressFault(value);
    if (wrong) context.addIssue({ code: 'custom', message: wrong });
  })
  .overwrite(normalAddress)
  .max(2000)
  .meta({ id: 'url', format: 'uri', pattern: '^https?://\\S+$' });

const isoDay = z.string().max(10).meta({ id: 'day', format: 'date' });
const edtf = z.string().max(300).meta({ id: 'edtf', description: 'EDTF, level 0 or 1' });

const citationRef = z
  .strictObject({
    citation: id,
    label: z.enum(LOCATOR_LABELS, code('value-unknown')).optional(),
    locator: text(300).optional(),
    note: prose.optional()
  })
  .meta({ id: 'citation-ref' });
const citationRefs = z.array(citationRef).max(200);

const kind = z
  .strictObject({
    id,
    name: title,
    shape: z.enum(SHAPES, code('value-unknown'))
  })
  .meta({ id: 'kind' });

const group = z
  .strictObject({
    id,
    name: title,
    hue: z.enum(HUES, code('value-unknown'))
  })
  .meta({ id: 'group' });

const place = z
  .strictObject({
    id,
    kind: z.enum(PLACE_KINDS, code('value-unknown')),
    names: title,
    point: z
      .tuple([
        z
          .number()
          .min(-180, code('coordinate-out-of-range'))
          .max(180, code('coordinate-out-of-range')),
        z
          .number()
          .min(-90, code('coordinate-out-of-range'))
          .max(90, code('coordinate-out-of-range'))
      ])
      .optional(),
    radius: z.number().min(0, code('radius-negative')).max(20_100_000).optional(),
    pointStatus: z.enum(POINT_STATUSES, code('value-unknown')),
    basis: prose,
    citations: citationRefs.optional(),
    sameAs: z.array(url).max(50).optional(),
    note: prose.optional()
  })
  .meta({ id: 'place' });

const party = z
  .strictObject({
    id,
    names: title,
    kind: z.enum(
      ['state', 'person', 'media', 'group', 'organisation', 'company'],
      code('value-unknown')
    ),
    group: id,
    home: id.optional(),
    note: prose.optional()
  })
  .meta({ id: 'party' });

const dateParts = z
  .array(
    z
      .array(z.union([z.int(), z.string().max(5)]))
      .min(1)
      .max(3)
  )
  .min(1)
  .max(2);

/** A CSL-JSON item: its fields beyond those named here are kept as they are. */
const citation = z
  .looseObject({
    id,
    type: text(50),
    title: text(1000),
    publisher: text(300).optional(),
    'container-title': text(300).optional(),
    issued: z.union([edtf, z.looseObject({ 'date-parts': dateParts.optional() })]).optional(),
    URL: url.optional(),
    language: languageTag.optional(),
    archived: url.optional(),
    accessed: isoDay.optional(),
    reading: z.enum(SOURCE_READINGS, code('value-unknown')),
    publisherNote: prose.optional(),
    note: prose.optional()
  })
  .meta({ id: 'citation' });

const when = z
  .union([
    edtf,
    z.strictObject({
      edtf,
      zone: z.string().max(80).optional(),
      time: z.string().max(30).optional(),
      earliest: isoDay.optional(),
      latest: isoDay.optional(),
      note: prose.optional()
    })
  ])
  .meta({ id: 'when' });

const claim = z
  .strictObject({
    id,
    by: z.array(id).max(50),
    stance: z.enum(STANCES, code('stance-unknown')),
    text: prose,
    citations: citationRefs.min(1, code('claim-without-citation')),
    dispute: id.optional()
  })
  .meta({ id: 'claim' });

const dispute = z
  .strictObject({
    id,
    topic: title,
    note: prose.optional(),
    measure: z.strictObject({ from: id, to: id }).optional()
  })
  .meta({ id: 'dispute' });

const act = z
  .strictObject({
    act: z.enum(ACTS, code('value-unknown')),
    from: id,
    to: id,
    citations: citationRefs.min(1, code('act-without-citation'))
  })
  .meta({ id: 'act' });

const event = z
  .strictObject({
    id,
    title,
    text: prose,
    when: when.optional(),
    where: z
      .array(z.strictObject({ place: id, role: title.optional() }))
      .max(200)
      .optional(),
    parties: z
      .array(z.strictObject({ party: id, role: title }))
      .max(200)
      .optional(),
    kind: id,
    status: z.enum(STATUSES, code('status-unknown')),
    claims: z.array(claim).max(500).optional(),
    disputes: z.array(dispute).max(100).optional(),
    acts: z.array(act).max(200).optional(),
    relations: z
      .array(z.strictObject({ type: z.enum(RELATIONS, code('value-unknown')), to: id }))
      .max(200)
      .optional(),
    citations: citationRefs.optional()
  })
  .meta({ id: 'event' });

const question = z
  .strictObject({
    id,
    text: prose,
    answer: prose.meta({ description: 'What a good answer would say' }),
    cites: z
      .array(id)
      .min(1, code('question-without-cites'))
      .max(200)
      .meta({ description: 'Ids of the claims and events that a good answer rests on' })
  })
  .meta({ id: 'question', description: 'A question that a teacher may put to a class' });

const chapter = z
  .strictObject({
    id,
    title,
    text: prose,
    window: edtf,
    places: z.array(id).min(1, code('chapter-without-place')).max(200),
    events: z.array(id).max(2000),
    questions: z.array(question).max(100).optional()
  })
  .meta({ id: 'chapter' });

const column = text(300).meta({ id: 'column', description: 'Name of a column of the file' });

const archive = z
  .strictObject({
    file: z
      .string()
      .max(200)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(csv|parquet|geoparquet)$/, code('archive-file-name')),
    rows: z.int().min(0, code('number-out-of-range')).max(1_000_000_000).optional(),
    columns: z.strictObject({
      time: column,
      end: column.optional(),
      lon: column.optional(),
      lat: column.optional(),
      point: column.optional(),
      title: column.optional(),
      text: column.optional(),
      place: column.optional(),
      radius: column.optional(),
      kind: column.optional(),
      source: column.optional()
    }),
    kinds: z.record(z.string(), id).optional(),
    citation: id,
    note: prose.optional()
  })
  .meta({ id: 'archive' });

const correction = z.strictObject({ date: isoDay, text: prose }).meta({ id: 'correction' });

const person = z.strictObject({ name: text(300), url: url.optional() }).meta({ id: 'person' });

export const storyFile = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('dateline-story/1'),
    story: z.strictObject({
      id,
      title,
      summary: prose,
      languages: z.array(languageTag).min(1).max(50),
      timeZone: z.string().max(80),
      licence: person,
      authors: z.array(person).max(100),
      updated: isoDay
    }),
    kinds: z.array(kind).max(100),
    groups: z.array(group).max(100).default([]),
    places: z.array(place).max(5_000).default([]),
    parties: z.array(party).max(5_000).default([]),
    citations: z.array(citation).max(20_000).default([]),
    events: z.array(event).max(20_000),
    archive: archive.optional(),
    chapters: z.array(chapter).max(500).default([]),
    corrections: z.array(correction).max(1_000).default([])
  })
  .meta({
    title: 'Dateline story, format 1',
    description: 'Sourced events on a map and a timeline. Ids refer to one another within the file.'
  });

/** A file of the right shape, as written. */
export type StoryFile = z.infer<typeof storyFile>;
