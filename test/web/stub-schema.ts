/** The part of the API contract that the pages and their example questions ask for, as SDL. */
export const stubSchema = `
  "Stand einer Maßnahme"
  enum MeasureStatus {
    "Geplant – beschlossen oder angekündigt, noch nicht begonnen"
    PLANNED
    "In Umsetzung – begonnen, nicht fertig"
    IN_PROGRESS
    "Laufend – auf Dauer angelegt"
    ONGOING
    "Umgesetzt – fertig"
    COMPLETED
    "Beendet – nicht mehr fortgeführt"
    ENDED
    "Nicht umgesetzt – aufgegeben"
    NOT_IMPLEMENTED
  }
  scalar Decimal
  scalar PartialDate
  input MeasureStatusFilter { eq: MeasureStatus, isNull: Boolean }
  input MeasureFilter { status: MeasureStatusFilter }
  "Quelle – worauf eine Angabe beruht"
  type Source { label: String!, url: String }
  "Organisationseinheit – Dezernat, Amt, Einrichtung"
  type Department { key: String!, name: String!, ledMeasures: MeasureConnection! }
  "Maßnahme – was getan wird"
  type Measure {
    title: String!
    status: MeasureStatus
    startsOn: PartialDate
    costEur: Decimal
    themes: ThemeConnection!
    leadDepartments: DepartmentConnection!
    grants: FundingGrantConnection!
    sources: [Source!]!
  }
  "Thema – Handlungsfeld, Leitprojekt, Fachthema"
  type Theme { title: String!, measures: MeasureConnection! }
  "Raum – Bezirk, Stadtteil, Fördergebiet"
  type SpatialUnit { name: String!, measures: MeasureConnection! }
  "Förderprogramm"
  type FundingProgramme { title: String!, grants: FundingGrantConnection! }
  "Förderung – Geld aus einem Programm für eine Maßnahme"
  type FundingGrant { amountEur: Decimal, programme: FundingProgramme!, measure: Measure }
  type MeasureConnection { totalCount: Int!, nodes: [Measure!]! }
  type ThemeConnection { totalCount: Int!, nodes: [Theme!]! }
  type DepartmentConnection { totalCount: Int!, nodes: [Department!]! }
  type FundingProgrammeConnection { totalCount: Int!, nodes: [FundingProgramme!]! }
  type FundingGrantConnection { totalCount: Int!, nodes: [FundingGrant!]! }
  type Query {
    department(key: String): Department
    theme(key: String): Theme
    spatialUnit(key: String): SpatialUnit
    fundingProgramme(key: String): FundingProgramme
    measures(where: MeasureFilter, first: Int): MeasureConnection!
    departments: DepartmentConnection!
    themes: ThemeConnection!
    fundingProgrammes: FundingProgrammeConnection!
    fundingGrants: FundingGrantConnection!
  }
`;
