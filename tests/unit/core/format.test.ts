import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParts, readStory } from '../../../src/lib/core/format';
import { isLanguageTag } from '../../../src/lib/core/format/language-tag';
import { jsonSchema } from '../../../src/lib/core/format/json-schema';
import { PROBLEM_CODES } from '../../../src/lib/core/problem';
import type { ArchiveSource, CitationRef, Story } from '../../../src/lib/core/story';
import { smallDocument, smallStory } from '../../fixtures/small-story';
import { fixtureFolder, fixtureNames, outcome, readFixture } from './story-fixtures';

type Json = Record<string, unknown>;

/** A fresh copy that a test may break. */
function good() {
  return structuredClone(smallDocument) as unknown as Record<string, Json[]> & { story: Json };
}

describe('broken stories', () => {
  for (const name of fixtureNames) {
    it(`reads ${name} with the problems and the rest that ${name}.out.json states`, () => {
      const expected = JSON.parse(readFileSync(`${fixtureFolder}${name}.out.json`, 'utf8'));
      expect(outcome(readFixture(name))).toEqual(expected);
    });
  }

  it('are named for the first problem they have', () => {
    const elsewhere = fixtureNames.filter((name) => {
      const codes = readFixture(name).problems.map(({ code }) => code);
      return codes.length > 0 && !codes.some((code) => name.startsWith(code));
    });
    // These say what is broken, not what it is called.
    expect(elsewhere).toEqual([
      'chapter-window-open',
      'html-in-citation-title',
      'html-in-one-language',
      'missing-events',
      'missing-status',
      'missing-story',
      'text-without-language'
    ]);
  });

  it('cover every problem of the catalogue', () => {
    const seen = new Set(fixtureNames.flatMap((n) => readFixture(n).problems.map((p) => p.code)));
    expect(PROBLEM_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });
});

describe('a good story', () => {
  it('reads without a problem', () => {
    expect(readStory(smallDocument).problems).toEqual([]);
    expect(outcome(readFixture('good-minimal')).problems).toEqual([]);
  });

  it('has every optional field, null or empty where the file leaves it out', () => {
    const [, online] = [smallStory.places[0], smallStory.places[3]];
    expect(online).toMatchObject({ point: null, radius: 0, sameAs: [], citations: [], note: null });
    const undated = smallStory.events[7];
    expect(undated).toMatchObject({ when: null, where: [], parties: [], claims: [], acts: [] });
  });

  it('keeps the order of the file', () => {
    expect(smallStory.events.map(({ id }) => id)).toEqual(smallDocument.events.map(({ id }) => id));
  });

  it('shows the container as publisher when there is no publisher, and dates from date-parts as EDTF', () => {
    const [gazette, survey, note] = smallStory.citations;
    expect(gazette).toMatchObject({ publisher: 'The Gazette', issued: '2022-07-16' });
    expect(survey).toMatchObject({ publisher: 'Office of Works', issued: '2022-08' });
    expect(note).toMatchObject({ issued: null, reading: 'unchecked' });
  });

  it('reads two date-parts as an interval, text numbers as numbers and years before 0', () => {
    const document = good();
    document['citations']?.forEach((citation, i) => {
      const parts = [
        [
          [2022, 7, 1],
          [2022, 8]
        ],
        [['2022', '9']],
        [[-44]]
      ][i];
      citation['issued'] = { 'date-parts': parts };
    });
    const { story, problems } = readStory(document);
    expect(problems).toEqual([]);
    expect(story?.citations.map((c) => c.issued)).toEqual([
      '2022-07-01/2022-08',
      '2022-09',
      '-0044'
    ]);
  });

  it('needs no more than kinds and events besides its own description', () => {
    const { format, story, kinds } = smallDocument;
    const read = readStory({ $schema: 'story-v1.json', format, story, kinds, events: [] });
    expect(read.problems).toEqual([]);
    expect(read.story).toMatchObject({ places: [], citations: [], chapters: [], corrections: [] });
  });

  it('may hold a lone "<" before a space or a digit, line breaks, and text from right to left', () => {
    const document = good();
    document.story['summary'] = { en: 'a < b, 3 <4 and\n\tso on', fa: 'متن فارسی' };
    expect(readStory(document).problems).toEqual([]);
  });

  it('is not changed by being read, and shares nothing with the input', () => {
    const document = good();
    const before = JSON.stringify(document);
    const { story } = readStory(document);
    expect(JSON.stringify(document)).toBe(before);
    (document.story['title'] as Json)['en'] = 'changed';
    expect(story?.meta.title['en']).toBe('The quarrel over the bridge');
  });
});

describe('what is wrong', () => {
  it('is named at its place in the file, even after earlier entries were left out', () => {
    const document = good();
    (document['events']?.[0] as Json)['status'] = 'odd';
    (document['events']?.[2] as Json)['when'] = '2022-02-30';
    const { problems, story } = readStory(document);
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'status-unknown events[0].status',
      'date-impossible events[2].when',
      // What hung on the two that are gone.
      'reference-left-out events[1].relations[0].to',
      'reference-left-out events[5].relations[1].to',
      'reference-left-out chapters[0].events[1]'
    ]);
    expect(story?.events.map(({ id }) => id)).not.toContain('built');
    expect(story?.events).toHaveLength(6);
  });

  it('comes with the value, shortened, and with what to do', () => {
    const document = good();
    (document['events']?.[0] as Json)['kind'] = 'x'.repeat(200);
    const [first] = readStory(document).problems;
    expect(first).toMatchObject({ code: 'id-malformed', path: 'events[0].kind' });
    expect(first?.value).toHaveLength(80);
    expect(first?.remedy).toMatch(/lower case/);
  });

  it('in a required field of "story" is replaced, so that the rest is shown', () => {
    const document = good();
    document.story = {
      id: 'No Id',
      title: 7,
      summary: {},
      languages: [],
      timeZone: 'Mars',
      licence: { url: 'ftp://x' },
      authors: 'me',
      updated: 'yesterday'
    };
    const { story, problems } = readStory(document);
    expect(story?.events).toHaveLength(8);
    expect(story?.meta).toEqual({
      id: 'story',
      title: { und: '—' },
      summary: { und: '—' },
      languages: ['und'],
      timeZone: 'UTC',
      licence: { name: '—', url: null },
      authors: [],
      updated: '1970-01-01'
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'story.id',
      'story.title',
      'story.summary',
      'story.languages',
      'story.licence.name',
      'story.licence.url',
      'story.authors',
      'story.timeZone',
      'story.updated'
    ]);
  });

  it('in one language of several leaves the others', () => {
    const document = good();
    document.story['title'] = { en: 'Fine', sq: '', de: 'x'.repeat(301) };
    expect(readStory(document).story?.meta.title).toEqual({ en: 'Fine' });
  });

  it('in the speakers of a claim leaves the claim out rather than letting its publisher say it', () => {
    const document = good();
    const claims = (document['events']?.[1] as { claims: Json[] }).claims;
    (claims[0] as Json)['by'] = ['Bad Id'];
    (claims[1] as Json)['by'] = ['nobody'];
    expect(readStory(document).story?.events[1]?.claims.map(({ id }) => id)).toEqual(['c03']);
  });

  it('is a dispute of another event, for a claim that names it', () => {
    const document = good();
    const event = document['events']?.[3] as { claims: Json[] };
    (event.claims[0] as Json)['dispute'] = 'length';
    const { problems, story } = readStory(document);
    expect(problems[0]).toMatchObject({
      code: 'reference-dangling',
      message: 'There is no dispute of this event with this id.'
    });
    expect(story?.events[3]?.claims[0]?.dispute).toBeNull();
  });

  it('is a point of one number or three, as a whole', () => {
    for (const point of [[19], [19, 41, 3], 'here', [null, 41]]) {
      const document = good();
      (document['places']?.[0] as Json)['point'] = point;
      const { problems, story } = readStory(document);
      expect(problems[0]?.path).toMatch(/^places\[0\]\.point/);
      expect(story?.places.map(({ id }) => id)).not.toContain('bridge');
    }
  });

  it('is a date with too many parts', () => {
    const document = good();
    (document['citations']?.[1] as Json)['issued'] = { 'date-parts': [[2022, 1, 1, 1]] };
    const { problems, story } = readStory(document);
    expect(problems).toMatchObject([
      { code: 'wrong-type', path: 'citations[1].issued["date-parts"][0]' }
    ]);
    expect(story?.citations[1]?.issued).toBeNull();
  });

  it('is an accessed date that does not exist, left out alone', () => {
    const document = good();
    (document['citations']?.[0] as Json)['accessed'] = '2022-13-01';
    const { problems, story } = readStory(document);
    expect(problems).toMatchObject([{ code: 'date-impossible', path: 'citations[0].accessed' }]);
    expect(story?.citations[0]?.accessed).toBeNull();
  });

  it('is an object with hundreds of fields, of which the first are kept', () => {
    const document = good();
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`key${i}`, i]));
    (document['citations']?.[0] as Json)['custom'] = many;
    const { problems, story } = readStory(document);
    expect(problems).toMatchObject([{ code: 'too-many', path: 'citations[0].custom' }]);
    expect(story?.citations).toHaveLength(3);
  });

  it('is a list of more than twenty thousand, of which the first are kept', () => {
    const document = good();
    document['corrections'] = Array.from({ length: 20_001 }, (_, i) => ({
      date: '2026-01-01',
      text: { en: `${i}` }
    }));
    const { problems, story } = readStory(document);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['too-many', 'corrections']]);
    expect(story?.corrections).toHaveLength(1000);
  });

  it('is a text too long for any field, wherever it stands', () => {
    const document = good();
    (document['citations']?.[0] as Json)['abstract'] = 'x'.repeat(10_001);
    const { story, problems } = readStory(document);
    expect(problems).toMatchObject([{ code: 'text-too-long', path: 'citations[0].abstract' }]);
    expect(story?.citations).toHaveLength(3);
  });

  it('is what JSON cannot hold: functions, symbols, dates, numbers that are none', () => {
    const document = good();
    Object.assign(document.story, { title: () => 'x', id: Symbol('x'), updated: new Date(0) });
    (document['places']?.[0] as Json)['radius'] = NaN;
    const { problems } = readStory(document);
    expect(
      problems
        .slice(0, 3)
        .map(({ path }) => path)
        .sort()
    ).toEqual(['story.id', 'story.title', 'story.updated']);
  });

  it('is a document that contains itself', () => {
    const document = good() as Json;
    document['story'] = { ...(document['story'] as Json), self: document };
    expect(readStory(document).problems.map(({ code }) => code)).toContain('too-deep');
  });

  it('is a document that holds the same thing over and over, too large when written out', () => {
    let wide: unknown = 1;
    for (let i = 0; i < 8; i++) wide = Array(10).fill(wide);
    const { story, problems } = readStory({ ...smallDocument, events: wide });
    expect(story).toBeNull();
    expect(problems).toMatchObject([{ code: 'too-many' }]);
  }, 60_000);

  it('is a key that would replace a prototype, which is dropped', () => {
    const document = JSON.parse(
      JSON.stringify(smallDocument).replace('"id":"built"', '"__proto__":{"x":1},"id":"built"')
    );
    const { story, problems } = readStory(document);
    expect(problems).toEqual([]);
    expect(story).toEqual(smallStory);
  });
});

describe('swapped coordinates', () => {
  const placed = (points: [number, number][]) => {
    const document = good();
    const base = document['places']?.[0] as Json;
    document['places']?.push(...points.map((point, i) => ({ ...base, id: `p${i}`, point })));
    return readStory(document).problems.map(({ code, path }) => `${code} ${path}`);
  };

  it('are suspected only of a point far from all others that would be near some', () => {
    expect(placed([[41.3, 19.8]])).toEqual(['coordinates-maybe-swapped places[4].point']);
    // Beside another place as it stands; nowhere near one when swapped; not swappable at all.
    expect(placed([[51, 36]])).toEqual([]);
    expect(placed([[10, -60]])).toEqual([]);
    expect(placed([[120, 41]])).toEqual([]);
    expect(placed([[-60, -60]])).toEqual([]);
  });

  it('are certain where the latitude is no latitude', () => {
    expect(placed([[35.7, 151.4]])).toEqual(['coordinates-swapped places[4].point']);
    expect(placed([[135, 151]])).toEqual(['coordinate-out-of-range places[4].point']);
    expect(placed([[235, 20]])).toEqual(['coordinate-out-of-range places[4].point']);
    expect(placed([[0, 400]])).toEqual(['coordinate-out-of-range places[4].point']);
  });
});

describe('a language tag', () => {
  it('is one that can be named to the reader', () => {
    const subtag = fc.stringMatching(/^[A-Za-z0-9]{2,8}$/);
    const tags = fc
      .tuple(fc.stringMatching(/^[a-z]{2,3}$/), fc.array(subtag, { maxLength: 3 }))
      .map(([language, rest]) => [language, ...rest].join('-'));
    const names = new Intl.DisplayNames('en', { type: 'language' });
    fc.assert(
      fc.property(tags, (tag) => {
        if (isLanguageTag(tag)) expect(names.of(tag)).toBeTruthy();
      }),
      { numRuns: 300, examples: [['xx-zz-zz'], ['zh-min-nan'], ['en-oxendict-oxendict']] }
    );
  });

  it('does not set a calendar or a way of sorting', () => {
    expect(isLanguageTag('fa')).toBe(true);
    expect(isLanguageTag('fa-u-ca-persian')).toBe(false);
    expect(isLanguageTag('en-x-daily')).toBe(false);
  });
});

describe('an address', () => {
  const licence = (url: string) => {
    const document = good();
    (document.story['licence'] as Json)['url'] = url;
    const { story, problems } = readStory(document);
    return story?.meta.licence.url ?? problems[0]?.code;
  };

  it.each([
    ['HTTPS://Example.org', 'https://example.org/'],
    ['https://example.org:443/a/../b', 'https://example.org/b'],
    ['https://example.org\\@evil.example/', 'https://example.org/@evil.example/'],
    ['https:///example.org', 'https://example.org/'],
    ['https://example.org/fjalë', 'https://example.org/fjal%C3%AB']
  ])('is kept as browsers write it: %s', (url, normal) => {
    expect(licence(url)).toBe(normal);
    expect(licence(normal)).toBe(normal);
  });

  it.each([
    ['https:example.org', 'url-malformed'],
    ['https:/example.org', 'url-malformed'],
    ['https:\\\\example.org', 'url-malformed'],
    ['//example.org', 'url-malformed'],
    [' https://example.org', 'url-malformed'],
    ['https://example.org\n', 'url-malformed'],
    ['https://exam\tple.org', 'url-malformed'],
    ['https://example.org/a b', 'url-malformed'],
    ['https://', 'url-malformed'],
    ['', 'url-malformed'],
    ['https://me@example.org', 'url-unsafe'],
    ['https://:pw@example.org', 'url-unsafe'],
    ['javascript://example.org/%0aalert(1)', 'url-unsafe'],
    ['mailto:me@example.org', 'url-unsafe'],
    [`https://example.org/${'x'.repeat(2000)}`, 'text-too-long'],
    [`https://example.org/${'ë'.repeat(400)}`, 'text-too-long']
  ])('is refused: %j', (url, code) => {
    expect(licence(url)).toBe(code);
  });
});

describe('whatever comes in', () => {
  it('never throws, and what it gives is consistent', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const { story } = readStory(value);
        expect(story).toBeNull();
      }),
      { numRuns: 300 }
    );
  });

  it('never throws at what is not even JSON, wherever in a good story it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...partsOf(smallDocument)), hostileValue(), (path, value) => {
        const document = good();
        (at(document, path.slice(0, -1)) as Json)[String(path[path.length - 1])] = value;
        for (const found of [...readStory(document).problems, ...readStory(value).problems]) {
          expect(PROBLEM_CODES).toContain(found.code);
          expect((found.value ?? '').length).toBeLessThanOrEqual(80);
        }
      }),
      {
        numRuns: 300,
        examples: [
          [['format'], { toString: 0 }],
          [['format'], nested(20_000)]
        ]
      }
    );
  }, 60_000);

  it('joins files of anything without throwing', () => {
    fc.assert(
      fc.property(fc.array(hostileValue(), { maxLength: 3 }), (values) => {
        const parts = { story: smallDocument, ...values, again: { ...smallDocument, ...values } };
        expect(readStory(joinParts(parts).document).problems).toBeDefined();
        expect(joinParts({ a: { x: values }, b: { x: { values } } }).problems).toHaveLength(1);
      }),
      { examples: [[[nested(20_000)]]] }
    );
  });

  it('takes any value in place of any part of a good story, names it or is content, and loads the rest', () => {
    fc.assert(
      fc.property(mutatedStory(), ({ document }) => {
        const read = readStory(document);
        if (read.story) expectConsistent(read.story);
        else expect(read.problems.some(({ severity }) => severity === 'error')).toBe(true);
        for (const found of read.problems) {
          expect(PROBLEM_CODES).toContain(found.code);
          expect(found.message).not.toMatch(/undefined|\[object/);
          expect(found.remedy).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 300 }
    );
  }, 60_000);

  it('gives the same story when what was read is written and read again', () => {
    for (const document of [
      smallDocument,
      ...fixtureNames.map((name) => readFixture(name).story)
    ]) {
      const story = document === smallDocument ? smallStory : (document as Story | null);
      if (!story) continue;
      const again = readStory(toDocument(story));
      expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(again.story).toEqual(story);
    }
  });

  it('reads a story of the largest size', () => {
    const document = good();
    const base = document['events']?.[4] as Json;
    document['events'] = Array.from({ length: 20_000 }, (_, i) => ({
      ...base,
      id: `e${i}`,
      relations: i > 0 ? [{ type: 'response-to', to: `e${i - 1}` }] : []
    }));
    document['chapters'] = [];
    const { story, problems } = readStory(document);
    expect(problems).toEqual([]);
    expect(story?.events).toHaveLength(20_000);
  }, 60_000);
});

describe('the published schema', () => {
  it('is the one that the reader uses: npm run schema writes it', () => {
    const file = new URL('../../../static/schema/story-v1.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(jsonSchema());
  });
});

/** A good story with one value, anywhere in it, replaced by another or removed. */
function mutatedStory() {
  const paths = partsOf(smallDocument);
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(undefined, '', '<b>', '2022-02-30', 'bridge', 'nowhere', -1, 1e12, [], {}),
    fc.constantFrom(...paths).map((path) => at(smallDocument, path))
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), values), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const document = good() as unknown;
      for (const [path, value] of changes) {
        const parent = at(document, path.slice(0, -1));
        if (typeof parent !== 'object' || parent === null) continue;
        (parent as Json)[String(path[path.length - 1])] = structuredClone(value);
      }
      return { document, changes };
    });
}

/** Paths of everything in the document. */
function partsOf(document: unknown): (string | number)[][] {
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (path.length > 0) paths.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(document, []);
  return paths;
}

/** What JSON cannot hold, what cannot be made a text, and what is too deep to go through. */
function hostileValue(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.constantFrom({ toString: 0 }, { toJSON: () => nested(3) }, Symbol('x'), 1n, () => 1),
    fc.constantFrom(5, 100, 20_000).map(nested)
  );
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 ? { inner: value } : [value];
  return value;
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) found = (found as Json | undefined | null)?.[key];
  return found;
}

/** Every id is given once and every reference leads somewhere. */
function expectConsistent(story: Story) {
  const ids = (list: readonly { id: string }[]) => {
    const all = list.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    return new Set(all);
  };
  const [kinds, groups, places] = [ids(story.kinds), ids(story.groups), ids(story.places)];
  const [parties, citations, events] = [
    ids(story.parties),
    ids(story.citations),
    ids(story.events)
  ];
  ids(story.chapters);
  const anchors = ids([...story.places, ...story.events, ...story.chapters]);
  expect([...anchors].filter((id) => id.startsWith('part-'))).toEqual([]);
  ids(story.events.flatMap((event) => event.claims));
  ids(story.events.flatMap((event) => event.disputes));
  const pointed = new Set(story.places.filter(({ point }) => point).map(({ id }) => id));
  const within = (set: ReadonlySet<string>, id: string) => expect(set).toContain(id);
  const cited = (refs: readonly CitationRef[]) =>
    refs.forEach((r) => within(citations, r.citation));

  const distinct = (list: readonly string[]) => expect(new Set(list).size).toBe(list.length);
  for (const place of story.places) {
    cited(place.citations);
    distinct(place.sameAs);
    expect(place.radius).toBeGreaterThanOrEqual(0);
  }
  for (const party of story.parties) {
    within(groups, party.group);
    if (party.home !== null) within(places, party.home);
  }
  for (const event of story.events) {
    within(kinds, event.kind);
    distinct(event.where.map(({ place }) => place));
    distinct(event.parties.map((party) => JSON.stringify(party)));
    distinct(event.relations.map(({ type, to }) => type + to));
    for (const { by } of event.claims) distinct(by);
    event.where.forEach(({ place }) => within(places, place));
    event.parties.forEach(({ party }) => within(parties, party));
    event.relations.forEach(({ to }) => within(events, to));
    cited(event.citations);
    for (const claim of event.claims) {
      expect(claim.citations.length).toBeGreaterThan(0);
      cited(claim.citations);
      claim.by.forEach((id) => within(parties, id));
      if (claim.dispute !== null) within(ids(event.disputes), claim.dispute);
    }
    for (const act of event.acts) {
      within(parties, act.from);
      within(parties, act.to);
      expect(act.citations.length).toBeGreaterThan(0);
      cited(act.citations);
    }
    for (const { measure } of event.disputes) {
      if (measure) [measure.from, measure.to].forEach((id) => within(pointed, id));
    }
    if (event.when) expect(event.when.startEarliest).toBeLessThanOrEqual(event.when.endLatest);
  }
  if (story.archive) {
    expect(story.events).toEqual([]);
    within(citations, story.archive.citation);
    Object.values(story.archive.kinds ?? {}).forEach((kind) => within(kinds, kind));
  }
  ids(story.chapters.flatMap(({ questions }) => questions));
  const claims = story.events.flatMap((event) => event.claims.map(({ id }) => id));
  const citable = new Set([...claims, ...events]);
  for (const chapter of story.chapters) {
    expect(chapter.places.length).toBeGreaterThan(0);
    distinct(chapter.places);
    distinct(chapter.events);
    chapter.places.forEach((id) => within(pointed, id));
    chapter.events.forEach((id) => within(events, id));
    for (const { cites } of chapter.questions) {
      distinct(cites);
      expect(cites.length).toBeGreaterThan(0);
      cites.forEach((id) => within(citable, id));
    }
    expect(chapter.window.from).toBeLessThanOrEqual(chapter.window.to);
    expect(Number.isFinite(chapter.window.from) && Number.isFinite(chapter.window.to)).toBe(true);
  }
  expect(Object.keys(story.meta.title).length).toBeGreaterThan(0);
  distinct(story.meta.languages);
  distinct(story.corrections.map(({ date, text }) => date + Object.values(text)[0]));
}

/** A story back in the form of the file; times and windows by what they were read from. */
function toDocument(story: Story): unknown {
  const strip = (_: string, value: unknown) => (value === null ? undefined : value);
  const document = {
    format: 'dateline-story/1',
    story: story.meta,
    kinds: story.kinds,
    groups: story.groups,
    places: story.places,
    parties: story.parties,
    citations: story.citations.map(({ url, ...c }) => ({ ...c, type: 'document', URL: url })),
    events: story.events.map((event) => ({ ...event, when: event.when && whenOf(event.when) })),
    chapters: story.chapters.map((chapter) => ({
      ...chapter,
      window: [chapter.window.from, chapter.window.to]
        .map((ms) => new Date(ms).toISOString())
        .join('/')
    })),
    archive: story.archive && archiveInFile(story.archive),
    corrections: story.corrections
  };
  return JSON.parse(JSON.stringify(document, strip));
}

function archiveInFile({ columns: { where, ...columns }, ...archive }: ArchiveSource) {
  return { ...archive, columns: { ...columns, ...where } };
}

function whenOf(when: NonNullable<Story['events'][number]['when']>) {
  const { edtf, zone, clock, note } = when;
  const time = !clock
    ? null
    : 'part' in clock
      ? clock.part
      : `${clock.from}${clock.approximate ? '~' : clock.to === clock.from ? '' : `/${clock.to}`}`;
  // The small story states these for one event; no other field of the model holds them.
  const bounds = edtf === '2022-08-24?' ? { earliest: '2022-08-20', latest: '2022-08-26' } : {};
  return { edtf, zone, time, note, ...bounds };
}
