/** A part of pg that its own types leave out. */
declare module "pg/lib/utils.js" {
  const utils: {
    /** A value in the form in which PostgreSQL's protocol takes it. */
    readonly prepareValue: (value: unknown) => string | Buffer | null;
  };
  export default utils;
}
