/** Whether a text is a real calendar day `YYYY-MM-DD` between the years 1000 and 9999. */
export function isDay(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/** Whether a text is a date in the precision that is known: `2018`, `2018-09` or `2018-09-27` (EDTF level 0). */
export function isPartialDate(text: string): boolean {
  if (/^[1-9]\d{3}$/.test(text)) return true;
  if (/^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text)) return true;
  return isDay(text);
}

/** Whether a text is a point in time of RFC 3339, with its offset. */
export function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(\.\d{1,6})?(Z|[+-]\d{2}(:?\d{2})?)$/.exec(text);
  if (!match || !isDay(match[1]!)) return false;
  return Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4]) < 60;
}

/** Whether a text is a time of day `HH:MM`. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
