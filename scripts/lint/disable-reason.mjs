/** Whoever switches a rule off says why, after two dashes, in the same comment. */
export const disableReason = {
  meta: { type: "suggestion", schema: [], messages: { missing: "Say after `--` why this rule is switched off here." } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/u.test(comment.value) && !/--\s*\S.{8,}/su.test(comment.value))
          context.report({ loc: comment.loc, messageId: "missing" });
      }
    },
  }),
};
