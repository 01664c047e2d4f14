// Outside of production graphql-js looks at each value whether another copy of the library has made it: a tenth of the CPU of all tests. It decides
// when it is loaded.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = "production";
await import("graphql/jsutils/instanceOf.js");
process.env.NODE_ENV = NODE_ENV;
