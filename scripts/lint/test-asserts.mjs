const isTest = (callee) =>
  /^(?:test|it)$/u.test(callee.name ?? callee.object?.name ?? callee.callee?.object?.name ?? "");

/** A test that expects nothing cannot fail: the callback of `test` calls something named expect… or assert…. */
export const testAsserts = {
  meta: { type: "problem", schema: [], messages: { nothing: "This test expects nothing." } },
  create: (context) => ({
    CallExpression(node) {
      const body = node.arguments[1];
      if (!isTest(node.callee) || !body?.type.includes("Function")) return;
      if (!/\b(?:expect|assert)\w*\s*[(<.]/u.test(context.sourceCode.getText(body)))
        context.report({ node, messageId: "nothing" });
    },
  }),
};
