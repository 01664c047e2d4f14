import type { Viewer } from "../../../../src/access/viewer.js";

/** Everyone who may come, by what tells them apart: each role, an editor with and without a department, tokens for all kinds and for some. */
export const viewersOf = (department: string): Readonly<Record<string, Viewer>> => ({
  public: { role: "PUBLIC", departments: [] },
  staff: { role: "STAFF", subject: "staff", departments: [department] },
  editor: { role: "EDITOR", subject: "editor", departments: [department] },
  "editor without a department": { role: "EDITOR", subject: "nobody", departments: [] },
  steward: { role: "STEWARD", subject: "steward", departments: [] },
  admin: { role: "ADMIN", subject: "admin", departments: [] },
  "token for everything": { role: "SERVICE", subject: "sg_1", departments: [], scopes: { kinds: "ALL", export: true } },
  "token for a few kinds": {
    role: "SERVICE",
    subject: "sg_2",
    departments: [],
    scopes: { kinds: ["Measure", "FundingGrant", "Responsibility", "RoleHolding", "Statement"], export: false },
  },
});
