/** Who is asking. Until access control lands there is only the public; every question passes through here already. */
export interface Viewer {
  readonly role: "PUBLIC";
}

/** Someone who has not signed in. */
export const ANONYMOUS: Viewer = { role: "PUBLIC" };
