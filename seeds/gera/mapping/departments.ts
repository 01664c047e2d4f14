import { address, addressLine } from "../../../src/stewardship/import/cells/contact/address.js";
import { serviceHours } from "../../../src/stewardship/import/cells/contact/hours.js";
import { constant } from "../../../src/stewardship/import/cells/constant.js";
import { keyOf } from "../../../src/stewardship/import/cells/key.js";
import { slugged } from "../../../src/stewardship/import/cells/slug.js";
import { word } from "../../../src/stewardship/import/cells/word.js";
import type { FileMapping, RecordMapping } from "../../../src/stewardship/import/mapping.js";
import { personKey } from "./person-key.js";
import { DEPARTMENT_KINDS, ENTRANCES, ROLES } from "./words.js";

const department: RecordMapping = {
  kind: "Department",
  key: "key",
  values: {
    name: "name",
    kind: word("kind", DEPARTMENT_KINDS),
    parent: "parent_key",
    validFrom: "valid_from",
    validTo: "valid_to",
    successor: "successor_key",
    successorBasis: "successor_basis",
    visitingAddress: address({ street: "street", postalCode: "postal_code", locality: "city" }),
    postalAddress: addressLine("postal_address"),
    email: "email",
    phone: "phone",
    fax: "fax",
    website: "website",
    publicTransport: "transport",
    accessibleEntrance: word("accessible", ENTRANCES),
    serviceHours: serviceHours("opening_hours"),
    note: "note",
  },
};

const head: RecordMapping = {
  kind: "Person",
  key: personKey("head"),
  values: { name: "head" },
  when: (row) => row.cell("head") !== null,
};

/** Named by place and role: a key with the person's name would tell it to those who may not see the person. */
const headship: RecordMapping = {
  kind: "RoleHolding",
  key: keyOf("key", constant("head")),
  values: { person: personKey("head"), department: "key", role: constant("HEAD") },
  when: (row) => row.cell("head") !== null,
};

/** Departments with their contact block; whoever heads one becomes a person with a role. */
export const departments: FileMapping = { file: "departments.csv", records: [department, head, headship] };

/** Persons named as contacts, each with a role in a department. */
export const contacts: FileMapping = {
  file: "contacts.csv",
  records: [
    {
      kind: "RoleHolding",
      key: keyOf("department_key", slugged(word("role", ROLES))),
      values: {
        person: "key",
        department: "department_key",
        role: word("role", ROLES),
        function: "role",
        email: "email",
        phone: "phone",
        validAsOf: "valid_as_of",
      },
    },
    { kind: "Person", key: "key", values: { name: "name" } },
  ],
};
