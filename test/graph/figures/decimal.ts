/** Exact decimals in JavaScript, written without a look at PostgreSQL's: digits as a whole number, and how many stand behind the point. */
interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

function exact(text: string): Exact {
  const [whole, fraction = ""] = text.split(".") as [string, string?];
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

const at = ({ digits, scale }: Exact, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

function text({ digits, scale }: Exact): string {
  const sign = digits < 0n ? "-" : "";
  const padded = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  return sign + (scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`);
}

function total(values: readonly string[]): Exact {
  const all = values.map(exact);
  const scale = Math.max(...all.map((each) => each.scale));
  return { digits: all.reduce((sum, each) => sum + at(each, scale), 0n), scale };
}

/** The sum, with as many digits behind the point as its longest part; null of nothing. */
export const sumOf = (values: readonly string[]): string | null => (values.length === 0 ? null : text(total(values)));

/** The mean, rounded to six digits (half away from zero), without zeros at its end; null of nothing. */
export function meanOf(values: readonly string[]): string | null {
  if (values.length === 0) return null;
  const { digits, scale } = total(values);
  const [dividend, divisor] = [digits * 10n ** 6n * 2n, 10n ** BigInt(scale) * BigInt(values.length)];
  const doubled = dividend / divisor; // twice the mean in millionths, cut: its last bit tells which way to round
  const rounded = (doubled + (doubled < 0n ? -1n : 1n)) / 2n;
  return text({ digits: rounded, scale: 6 }).replace(/\.?0+$/, "");
}

/** Which of two is greater, as numbers. */
export function compare(a: string, b: string): number {
  const [left, right] = [exact(a), exact(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = at(left, scale) - at(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
