/** The plain schema: lists are lists, links are fields. */
export const schema = `
  enum MeasureStatus { PLANNED IN_PROGRESS ONGOING COMPLETED ENDED NOT_IMPLEMENTED }
  enum GrantStage { PLANNED APPLIED PROMISED GRANTED AVAILABLE SPENT LAPSED FUNDED }
  type Query {
    measure(key: String!): Measure
    measures(first: Int!): [Measure!]!
    measurePage(status: MeasureStatus!, least: String!, first: Int!, after: String): MeasurePage!
    theme(key: String!): Theme
    largestGroups(first: Int!): [MeasureGroup!]!
    groupsOfTheme(key: String!): [MeasureGroup!]!
  }
  type Measure {
    key: String! title: String! code: String status: MeasureStatus startsOn: String endsOn: String costEur: String description: String
    process: PlanningProcess
    leadDepartments: [Department!]!
    themes: [Theme!]!
    grants: [FundingGrant!]!
  }
  type MeasurePage { totalCount: Int! nodes: [Measure!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type PlanningProcess { key: String! title: String! leadDepartment: Department }
  type Department { key: String! name: String! }
  type Theme { key: String! title: String! parent: Theme children: [Theme!]! measures(first: Int!): [Measure!]! }
  type FundingGrant { amountEur: String stage: GrantStage! year: Int programme: FundingProgramme! }
  type FundingProgramme { key: String! title: String! }
  type MeasureGroup {
    theme: String leadDepartment: String status: MeasureStatus startsOnYear: String count: Int! sumCostEur: String
  }
`;
