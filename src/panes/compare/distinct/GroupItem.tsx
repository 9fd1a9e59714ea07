// One group of the list: how many samples, which, what they say; open, every different text with its samples.

import { generationName } from '../../../analysis/equalAnswers.ts';
import { insteadOfText } from '../../../analysis/insteadOfText.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { SeverityIcon } from '../../../ui/SeverityIcon.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { tip } from '../../../ui/tip.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import { saysSomething } from '../compared.ts';
import { namesOf } from '../sampleWords.ts';
import { similarityWords } from '../similarity/matrixShape.ts';
import type { AnswerGroup, AnswerVariant } from './answerGroups.ts';
import styles from './GroupItem.module.css';
import { MarkedText } from './MarkedText.tsx';

export interface GroupActions {
  toggle(group: AnswerGroup): void;
  select(row: GenerationRow): void;
  hover(row: GenerationRow | undefined): void;
  pick(row: GenerationRow, isPicked: boolean): void;
  showAll(group: AnswerGroup): void;
}

export interface GroupItemProps {
  readonly group: AnswerGroup;
  /** Number of the group, from 1. */
  readonly number: number;
  readonly rows: SampleList;
  /** Place of the most typical and of the most unusual sample. */
  readonly mostTypical: number | undefined;
  readonly mostUnusual: number | undefined;
  /** Mean similarity of the samples of the group to all others; absent while it is not known. */
  readonly mean: number | undefined;
  readonly marksOf: (text: string) => Uint32Array | undefined;
  readonly isOpen: boolean;
  /** All texts and samples of an open group, not only the first. */
  readonly isWhole: boolean;
  readonly isTabStop: boolean;
  readonly picked: ReadonlySet<number>;
  readonly selected: number | undefined;
  readonly areInvisiblesShown: boolean;
  readonly actions: GroupActions;
}

const previewLength = 600;
const openLength = 20_000;
/** Texts, and samples of each, that an open group shows at once. */
const fewTexts = 10;
const fewSamples = 40;

export function GroupItem(props: GroupItemProps) {
  const { group, number, rows, mostTypical, mostUnusual, mean, isOpen, actions } = props;
  const { places, variants, first } = group;
  const samples = rows.pick(places);
  const tags = [
    ...(mostTypical !== undefined && places.includes(mostTypical) ? ['most typical'] : []),
    ...(mostUnusual !== undefined && places.includes(mostUnusual) ? ['most unusual'] : []),
  ];
  const meanWords = mean === undefined ? undefined : similarityWords(mean);
  const name = [
    `Group ${formatCount(number)}: ${plural(places.length, 'sample')}`,
    namesOf(samples),
    ...tags,
    ...(meanWords === undefined ? [] : [`similarity ${meanWords} on average`]),
  ].join(', ');
  const shownVariants = props.isWhole ? variants : variants.slice(0, fewTexts);
  const isLess = !props.isWhole && (variants.length > fewTexts || places.length > fewSamples);
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        aria-label={name}
        data-group={number - 1}
        tabIndex={props.isTabStop ? 0 : -1}
        onClick={() => actions.toggle(group)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      </button>
      <span aria-hidden="true" className={styles.part}>
        <i style={{ width: `${(100 * places.length) / rows.length}%` }} />
      </span>
      <span className={styles.count}>{formatCount(places.length)}</span>
      <div className={styles.main}>
        <div className={styles.names}>
          <span className={styles.samples}>{namesOf(samples)}</span>
          {tags.map((tag) => (
            <Tag key={tag} tone="accent">
              {tag}
            </Tag>
          ))}
          {variants.length > 1 ? (
            <span className={styles.quiet}>{plural(variants.length, 'different text')}</span>
          ) : null}
          <FinishWords samples={samples} />
        </div>
        {isOpen ? (
          shownVariants.map((variant) => <Variant key={variant.places[0]} variant={variant} {...props} />)
        ) : (
          <Text variant={variants[0]} row={rows.at(first)} isPreview {...props} />
        )}
        {isOpen && isLess ? (
          <Button variant="link" onClick={() => actions.showAll(group)}>
            Show all {plural(variants.length, 'text')} and {plural(places.length, 'sample')}
          </Button>
        ) : null}
      </div>
      <span className={styles.tokens}>{tokenWords(samples)}</span>
      <span className={styles.mean}>
        {mean === undefined || meanWords === undefined ? (
          <span {...tip(silentWords(variants))}>–</span>
        ) : (
          <>
            <span aria-hidden="true" className={styles.meter}>
              <i style={{ width: `${Math.round(mean * 100)}%` }} />
            </span>
            {meanWords}
          </>
        )}
      </span>
    </>
  );
}

function silentWords(variants: readonly AnswerVariant[]): string {
  const isSilent = variants.every(({ text }) => !saysSomething(text));
  return isSilent
    ? 'Says nothing: there is nothing to be similar'
    : 'Not known: too long to be compared, or not compared yet';
}

interface VariantProps extends GroupItemProps {
  readonly variant: AnswerVariant;
}

function Variant(props: VariantProps) {
  const { variant, rows, picked, selected, isWhole, actions } = props;
  const all = rows.pick(variant.places);
  const shown = all.first(isWhole ? all.length : fewSamples);
  return (
    <section className={styles.variant} aria-label={`Samples ${namesOf(all)}`}>
      <ul className={styles.chips}>
        <li className={styles.quiet}>Pick for Aligned:</li>
        {shown.map((row) => (
          <li key={row.position} className={styles.chip} data-selected={row.position === selected || undefined}>
            <Checkbox
              label={`Pick ${generationName(row.label)}`}
              isChecked={picked.has(row.position)}
              onChange={(isPicked) => actions.pick(row, isPicked)}
            />
            <button
              type="button"
              className={styles.sample}
              aria-current={row.position === selected ? 'true' : undefined}
              onClick={() => actions.select(row)}
              onMouseEnter={() => actions.hover(row)}
              onMouseLeave={() => actions.hover(undefined)}
            >
              {generationName(row.label)}
            </button>
          </li>
        ))}
        {shown.length < all.length ? <li>and {formatCount(all.length - shown.length)} more</li> : null}
      </ul>
      <Text row={all.at(0)} isPreview={false} {...props} />
    </section>
  );
}

interface TextProps extends Pick<GroupItemProps, 'marksOf' | 'areInvisiblesShown'> {
  readonly variant: AnswerVariant | undefined;
  readonly row: GenerationRow | undefined;
  readonly isPreview: boolean;
}

function Text({ variant, row, isPreview, marksOf, areInvisiblesShown }: TextProps) {
  const text = variant?.text ?? '';
  if (text === '') {
    return <p className={styles.quiet}>{row === undefined ? '' : `(${insteadOfText(row) ?? 'empty'})`}</p>;
  }
  return (
    <MarkedText
      text={text}
      marks={marksOf(text)}
      most={isPreview ? previewLength : openLength}
      isPreview={isPreview}
      areInvisiblesShown={areInvisiblesShown}
    />
  );
}

/** The reasons for an end that a person must not overlook, with the number of samples that have them. */
function FinishWords({ samples }: { readonly samples: SampleList }) {
  const counts = new Map<string, number>();
  for (let place = 0; place < samples.length; place++) {
    if (!['length', 'filter', 'error'].includes(samples.finishClass(place) ?? '')) continue;
    const raw = samples.finishRaw(place) ?? '';
    counts.set(raw, (counts.get(raw) ?? 0) + 1);
  }
  return [...counts].map(([raw, count]) => (
    <span key={raw} className={styles.finish}>
      <SeverityIcon severity="warning" />
      {raw}
      {samples.length > 1 ? ` ${formatCount(count)} of ${formatCount(samples.length)}` : ''}
    </span>
  ));
}

/** `54`, `48–54`; an en dash where no sample says it. */
function tokenWords(samples: SampleList): string {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < samples.length; place++) {
    const count = samples.tokenCount(place);
    if (Number.isNaN(count)) continue;
    least = Math.min(least, count);
    most = Math.max(most, count);
  }
  if (least > most) return '–';
  return least === most ? formatCount(least) : `${formatCount(least)}–${formatCount(most)}`;
}
