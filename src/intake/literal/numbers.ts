// Numbers as Python and JavaScript write them, as JSON does, with the same value and the same digits where it can. Knows no places.

/** A number of JSON (RFC 8259). */
export const jsonNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** `+1_000.` is 1000, `0xff` is 255, `.5` is 0.5; undefined where it is no number. */
export function plainNumber(written: string): string | undefined {
  const isNegative = written.startsWith('-');
  const sign = isNegative ? '-' : '';
  const digits = written.replace(/^[+-]/, '').replaceAll('_', '');
  if (/^0[xXoObB][0-9a-fA-F]+$/.test(digits)) {
    try {
      return `${sign}${BigInt(digits)}`;
    } catch {
      return undefined;
    }
  }
  const parts = /^(\d*)(?:\.(\d*))?((?:[eE][+-]?\d+)?)$/.exec(digits);
  if (!parts || ((parts[1] ?? '') === '' && (parts[2] ?? '') === '')) return undefined;
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = parts[2] === undefined ? '' : `.${parts[2] || '0'}`;
  const number = `${sign}${whole}${fraction}${parts[3] ?? ''}`;
  return jsonNumber.test(number) ? number : undefined;
}
