// Numbers, counts, units and signs as people read them, in one place for all folders. Derived figures are written from their value; a number that
// stands in a document is shown by its lexeme, a count with its digits in groups. Knows nothing of responses.

const minus = '\u2212';
const whole = new Intl.NumberFormat('en');
const significant = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

/** A whole number with its digits in groups and a true minus sign: `1,894`, `−3`. */
export function formatCount(value: number): string {
  // What has no groups needs no formatter: a load says so many small numbers.
  if (value >= 0 && value < 1000 && Number.isInteger(value)) return String(value === 0 ? 0 : value);
  return withMinus(whole.format(value));
}

/**
 * A count as a document writes it, its digits in groups and each of them kept: `2,190`, `≈1,234`, `4 + 0 + 1,163`. What is not written as a whole
 * number (`8.0`, `1e3`), or has more than 30 digits, stays as it is.
 */
export function formatWritten(lexeme: string): string {
  const parts = lexeme.split(' + ').map((part) => {
    return /^[≈]?-?[1-9]\d{3,29}$/.test(part) ? part.replace(/\B(?=(?:\d{3})+$)/g, ',') : part;
  });
  return parts.join(' + ');
}

/** A difference, always with its sign: `+12`, `−3`, `0`. */
export function formatDifference(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference);
}

/** `1 generation`, `8 generations`, `0 entries`. */
export function plural(count: number, noun: string, pluralNoun = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : pluralNoun}`;
}

/** `a, b, c`; of more than `most` items the rest is counted: `a, b and 12 more`. `count`: of all, where `items` are only the first of them. */
export function listPhrase(items: readonly (string | number)[], most = 20, count = items.length): string {
  if (count <= most) return items.join(', ');
  return `${items.slice(0, most).join(', ')} and ${formatCount(count - most)} more`;
}

/** With so many digits behind the point: `−0.386`. */
export function formatDecimal(value: number, digits: number): string {
  return withMinus(value.toFixed(digits));
}

/** With so many digits of its own, without zeros at the end, digits not grouped: `−0.3862944`, `1e-7`. */
export function formatDigits(value: number, digits: number): string {
  return withMinus(String(Number(value.toPrecision(digits))));
}

/** An amount, six significant digits at most, never as a power of ten: `0.0042`, `1,250`. */
export function formatAmount(amount: number): string {
  return withMinus(significant.format(amount));
}

/** A share of 1 in percent with so many digits behind the point: `97.3 %`. */
export function formatPercent(share: number, digits = 0): string {
  return `${formatDecimal(share * 100, digits)} %`;
}

/** A probability in percent: `43.2 %`; `< 0.1 %` and `> 99.9 %` for what would round to none and to all, never more than `100 %`. */
export function formatProbability(probability: number): string {
  if (probability < 0.0005) return '< 0.1 %';
  if (probability >= 0.9995) return probability < 1 ? '> 99.9 %' : '100 %';
  return formatPercent(probability, 1);
}

/** Decimal units (SI): `812 B`, `61.8 kB`, `10.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'] as const;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** Every hyphen that stands for minus, that of an exponent too, becomes U+2212. */
function withMinus(figure: string): string {
  return figure.replaceAll('-', minus);
}
