// `describe`, or what is made of it for tests that need a browser, is a heading, not a function that somebody has to hold in mind.
const isHeading = (node) =>
  node.parent.type === "CallExpression" && /^describe(?![a-z])/u.test(nameOf(node.parent.callee));

const nameOf = (callee) =>
  callee.name ?? (callee.type === "CallExpression" ? nameOf(callee.callee) : nameOf(callee.object ?? { name: "" }));

const linesOf = (node) => node.loc.end.line - node.loc.start.line + 1;

/** No function is longer than `max` lines, blank lines and comments counted; the callback of `describe` does not count. */
export const functionLines = {
  meta: {
    type: "suggestion",
    schema: [{ type: "integer", minimum: 1 }],
    messages: { long: "This function has {{lines}} lines; the most is {{max}}." },
  },
  create(context) {
    const [max] = context.options;
    const check = (node) => {
      const lines = linesOf(node);
      if (lines > max && !isHeading(node)) context.report({ node, messageId: "long", data: { lines, max } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};
