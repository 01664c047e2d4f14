import { DEPARTMENT_KINDS, ENTRANCES, ORGANISATION_KINDS, ROLES } from "../../../seeds/gera/mapping/words.js";
import { at, type FileWalk, type Found, inferred, sources, word } from "./walk.js";

const byKey: FileWalk["is"] = (node: { key: string }, row) => node.key === row["key"];

const DAYS: Readonly<Record<string, string>> = {
  MONDAY: "Mo",
  TUESDAY: "Di",
  WEDNESDAY: "Mi",
  THURSDAY: "Do",
  FRIDAY: "Fr",
};

const streetOf = (address: Found): string => [address?.street, address?.houseNumber].filter(Boolean).join(" ");
const lineOf = (address: Found): string => `${streetOf(address)}, ${address?.postalCode} ${address?.locality}`;
const hoursOf = (spans: readonly Found[]): string =>
  spans.map(({ dayOfWeek, opens, closes }) => `${DAYS[dayOfWeek]} ${opens}-${closes}`).join("; ");

/** The administration, its people and its partners. */
export const offices: readonly FileWalk[] = [
  {
    file: "departments.csv",
    ask: {
      departments: `key name kind parent { key } head { name } visitingAddress { street houseNumber postalCode locality }
      postalAddress { street houseNumber postalCode locality } email phone fax publicTransport accessibleEntrance
      serviceHours { dayOfWeek opens closes } website validFrom validTo successor { key } successorBasis note
      sources { key url } statements { attribute value basis }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      name: at("name"),
      kind: word("kind", DEPARTMENT_KINDS),
      parent_key: at("parent.key"),
      head: at("head.name"),
      street: (node) => streetOf(node.visitingAddress),
      postal_code: at("visitingAddress.postalCode"),
      city: at("visitingAddress.locality"),
      postal_address: (node) => lineOf(node.postalAddress),
      email: at("email"),
      phone: at("phone"),
      fax: at("fax"),
      transport: at("publicTransport"),
      accessible: word("accessibleEntrance", ENTRANCES),
      opening_hours: (node) => hoursOf(node.serviceHours),
      website: at("website"),
      valid_from: at("validFrom"),
      valid_to: at("validTo"),
      successor_key: at("successor.key"),
      successor_basis: at("successorBasis"),
      note: at("note"),
      editorial_fields: inferred({ successor_key: "successor", parent_key: "parent" }),
      source_url: sources,
      more_sources: sources,
    },
  },
  {
    file: "contacts.csv",
    ask: {
      roleHoldings: `person { key name } department { key } role function email phone validAsOf sources { key url }`,
    },
    is: (node, row) => node.person.key === row["key"] && node.department.key === row["department_key"],
    columns: {
      key: at("person.key"),
      department_key: at("department.key"),
      name: at("person.name"),
      role: (node, cell) => (node.role === ROLES[cell] ? node.function : node.role),
      email: at("email"),
      phone: at("phone"),
      valid_as_of: at("validAsOf"),
      source_url: sources,
    },
  },
  {
    file: "partners.csv",
    ask: { organisations: `key name kind role sources { key url }` },
    is: byKey,
    columns: {
      key: at("key"),
      name: at("name"),
      kind: word("kind", ORGANISATION_KINDS),
      role: at("role"),
      source_url: sources,
    },
  },
];
