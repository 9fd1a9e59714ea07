import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishGroups } from '../analysis/brushes.ts';
import { pointerOf } from '../json/pointer.ts';
import { decodeHash, encodeHash } from './hash.ts';
import { paneIds } from './panes.ts';
import {
  columnIds,
  comparedParts,
  compareTabs,
  defaultView,
  generationTabs,
  granularities,
  groupings,
  ignorables,
  patternShows,
  type View,
} from './view.ts';

/** Any code units, lone surrogates too. */
const anyText = (maxLength: number) =>
  fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units));
const wellFormed = (maxLength: number) => anyText(maxLength).map((text) => text.toWellFormed());

const range = fc
  .tuple(fc.nat(999_999_999), fc.nat(999_999_999))
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));

const signed = fc
  .tuple(fc.integer({ min: -999_999_999 }), fc.integer({ max: 999_999_999 }))
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));

const view: fc.Arbitrary<View> = fc
  .record({
    keys: fc.array(fc.oneof(wellFormed(8), fc.nat(99)), { maxLength: 5 }),
    chosen: fc.uniqueArray(fc.nat(40), { maxLength: 12 }),
    isComparing: fc.boolean(),
    compareTab: fc.option(fc.constantFrom(...compareTabs), { nil: undefined }),
    comparedPart: fc.constantFrom(...comparedParts),
    granularity: fc.constantFrom(...granularities),
    ignored: fc.subarray([...ignorables]),
    grouping: fc.constantFrom(...groupings),
    normalised: fc.subarray([...ignorables]),
    clusterFrom: fc.integer({ min: 0, max: 100 }),
    pane: fc.constantFrom(...paneIds),
    tab: fc.constantFrom(...generationTabs),
    sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...columnIds), isDescending: fc.boolean() }), {
      selector: (key) => key.column,
      maxLength: 4,
    }),
    filter: wellFormed(20),
    isCaseMatched: fc.boolean(),
    isPattern: fc.boolean(),
    brushes: fc.record(
      { characters: range, tokens: range, finish: fc.subarray([...finishGroups]), lowest: signed, total: signed },
      { requiredKeys: [] },
    ),
    ownPatterns: fc.array(
      fc.record({ source: wellFormed(20).filter((source) => source !== ''), shows: fc.constantFrom(...patternShows) }),
      { maxLength: 3 },
    ),
    hasBaseline: fc.boolean(),
    answerRule: fc.option(
      fc.oneof(
        fc.constantFrom('whole', 'lastLine', 'boxed', 'label').map((kind) => ({ kind })),
        wellFormed(8).map((key) => ({ kind: 'field' as const, pointer: pointerOf(key) })),
        wellFormed(20)
          .filter((source) => source !== '')
          .map((source) => ({ kind: 'pattern' as const, source })),
      ),
      { nil: undefined },
    ),
    passedBy: fc.option(
      fc.oneof(
        fc.constantFrom('stars', 'nothing').map((kind) => ({ kind })),
        fc.record(
          {
            kind: fc.constant('field' as const),
            path: wellFormed(8)
              .filter((key) => key !== '*')
              .map((key) => pointerOf('data', '*', key)),
            from: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
          },
          { requiredKeys: ['kind', 'path'] },
        ),
      ),
      { nil: undefined },
    ),
  })
  .map(({ keys, hasBaseline, chosen, isComparing, compareTab, answerRule, passedBy, ...rest }) => {
    const sorted = [...chosen].sort((a, b) => a - b);
    const [baseline] = sorted;
    return {
      ...defaultView,
      ...rest,
      ...(compareTab && { compareTab }),
      selection: pointerOf(...keys),
      chosen: sorted,
      isComparing: isComparing && sorted.length >= 2,
      ...(answerRule && { answerRule }),
      ...(passedBy && { passedBy }),
      ...(hasBaseline && baseline !== undefined ? { baseline } : {}),
    };
  });

describe('the view in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(decodeHash(encodeHash('k3x9', one))).toEqual({ document: 'k3x9', view: one });
      }),
    );
  });

  it('always says which document and which place', () => {
    expect(encodeHash('k3x9', defaultView)).toBe('#v1&doc=k3x9&at=%2Fdata%2F0');
  });

  it('writes runs of chosen generations as ranges', () => {
    expect(encodeHash('d', { ...defaultView, chosen: [0, 1, 2, 3, 7, 9, 10] })).toContain('sel=0-3,7,9,10');
    const all = Array.from({ length: 5000 }, (_, at) => at);
    expect(decodeHash(encodeHash('d', { ...defaultView, chosen: all })).view.chosen).toEqual(all);
    const odd = all.filter((at) => at % 2 === 1);
    expect(encodeHash('d', { ...defaultView, chosen: odd })).not.toContain('sel=');
  });

  it.each([
    '',
    '#',
    '#v2&at=/data/3',
    '#garbage',
    '#v1&at=data/3',
    '#v1&at=%E0%A4%A',
    '#v1&at=/a~2',
    '#v1&sel=x,-1,5-&sort=,,nope&tab=&pane=constructor&by=__proto__',
    '#v1&base=3',
    '#v1&compare=1',
  ])('gives the default view for %j', (hash) => {
    const { view: decoded } = decodeHash(hash);
    expect({ ...decoded, chosen: [] }).toEqual(defaultView);
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        expect(decodeHash(`#v1&${text}`).view).toBeDefined();
      }),
    );
  });

  it('does not let a range of a billion generations hang the page', () => {
    expect(decodeHash('#v1&sel=0-999999999').view.chosen.length).toBeLessThanOrEqual(10_001);
  });
});
