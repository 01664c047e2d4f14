import type { ServiceHours } from "./contact.js";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  weekday: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Whether service hours are running at an instant, by the clocks of Gera; null when no hours are known. The closing minute is closed. */
export function openAt(hours: readonly ServiceHours[], at: Date): boolean | null {
  if (hours.length === 0) return null;
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = parts.weekday!.toUpperCase();
  const time = `${parts.hour}:${parts.minute}`;
  return hours.some(({ dayOfWeek, opens, closes }) => dayOfWeek === day && opens <= time && time < closes);
}
