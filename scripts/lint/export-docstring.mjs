const isDocstring = (comment) => comment.type === "Block" && comment.value.startsWith("*");

// The docstring stands above the decorators, which may begin before or after the word `export`.
const commentsAbove = (node, source) => {
  const tops = [node, ...(node.declaration.decorators ?? [])].map((part) => source.getFirstToken(part));
  return tops.flatMap((token) => source.getCommentsBefore(token));
};

const isOverload = (declaration, earlier) =>
  earlier?.declaration?.id !== undefined && earlier.declaration.id?.name === declaration.id?.name;

const earlierStatement = (node) => node.parent.body[node.parent.body.indexOf(node) - 1];

/** Every export says what it promises: an exported declaration without a docstring is an error; overloads share the first one's. */
export const exportDocstring = {
  meta: { type: "suggestion", schema: [], messages: { missing: "Say in a docstring what this export promises." } },
  create: (context) => ({
    ExportNamedDeclaration(node) {
      if (!node.declaration || isOverload(node.declaration, earlierStatement(node))) return;
      if (!commentsAbove(node, context.sourceCode).some(isDocstring)) context.report({ node, messageId: "missing" });
    },
  }),
};
