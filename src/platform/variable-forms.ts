import { z } from "zod";

/** What is wrong with a value: the form that was expected, and what was given instead. */
export function expected(form: string) {
  return (issue: { readonly input?: unknown }) => `expected ${form}, not ${JSON.stringify(issue.input)}`;
}

/** A whole number between two bounds, both included. */
export const wholeNumber = (least: number, most: number, preset: number) =>
  wholeNumberOrNone(least, most).default(preset);

/** The same without a preset: absent stays absent. */
export const wholeNumberOrNone = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: expected(`a whole number from ${least} to ${most}`),
    })
    .transform(Number);

/** Words between commas, without the blanks around them. */
export const wordsOf = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
