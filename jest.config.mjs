/** Jest runs what tsc emitted, as ESM: type-checked, without a second compiler. */
export default {
  roots: ["<rootDir>/dist/test"],
  testMatch: ["**/*.test.js"],
  testEnvironment: "node",
  transform: {},
  globalSetup: "<rootDir>/dist/test/support/global-setup.js",
  globalTeardown: "<rootDir>/dist/test/support/global-teardown.js",
  maxWorkers: 2,
  testTimeout: 60_000,
  collectCoverage: false,
};
