const isDocstring = (comment) => comment.type === "Block" && comment.value.startsWith("*");

// The docstring stands above the decorators, which may begin before or after the word `export`.
const commentsAbove = (node, source) => {
  const tops = [node, ...(node.declaration.decorators ?? [])].map((part) => source.getFirstToken(part));
  return tops.flatMap((token) => source.getCommentsBefore(token));
};

const nameOf = (declaration) => (declaration?.declarations?.[0] ?? declaration)?.id?.name;

// An overload, or the type that goes by the name of its value.
const continues = (node) => {
  const earlier = node.parent.body[node.parent.body.indexOf(node) - 1];
  return earlier?.declaration && nameOf(earlier.declaration) === nameOf(node.declaration);
};

// `@Kind({ description: "…" })` and `words("Name", "Description", …)` tell the API's readers; a comment would say it twice.
const describesItself = ({ decorators = [], declarations = [] }) =>
  decorators.some(({ expression }) =>
    expression.arguments?.some(({ properties }) => properties?.some(({ key }) => key?.name === "description")),
  ) || declarations.some(({ init }) => init?.callee?.name === "words");

/** Every export says what it promises, in a docstring or in the description that it gives to the API. */
export const exportDocstring = {
  meta: { type: "suggestion", schema: [], messages: { missing: "Say in a docstring what this export promises." } },
  create: (context) => ({
    ExportNamedDeclaration(node) {
      if (!node.declaration || continues(node) || describesItself(node.declaration)) return;
      if (!commentsAbove(node, context.sourceCode).some(isDocstring)) context.report({ node, messageId: "missing" });
    },
  }),
};
