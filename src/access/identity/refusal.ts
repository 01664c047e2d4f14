import { Unauthenticated } from "../../platform/errors.js";

/** The one answer to everything that is wrong with a token: it tells nobody what to try next. */
export const refusal = (): Unauthenticated =>
  new Unauthenticated({
    en: "The token is not valid, or not any more. Please sign in again.",
    de: "Das Token ist nicht oder nicht mehr gültig. Bitte melden Sie sich erneut an.",
  });
