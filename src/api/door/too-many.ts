import { LimitExceeded } from "../../platform/errors.js";

/** Someone asks too often: HTTP 429. */
export class TooMany extends LimitExceeded {
  constructor(
    /** Seconds after which asking again is right. */
    readonly retryAfter: number,
  ) {
    super({
      en: `Too many requests. Please try again in ${retryAfter} s.`,
      de: `Zu viele Anfragen. Bitte versuchen Sie es in ${retryAfter} s noch einmal.`,
    });
  }
}
