/** The page shown instead of one that was never built: says in German and English which command builds it. Plain HTML, loads nothing. */
export const notBuilt = `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Stadtgraph · Seite noch nicht gebaut</title>
  </head>
  <body>
    <h1>Diese Seite ist noch nicht gebaut</h1>
    <p>Bitte einmal <code>npm run build:web</code> ausführen und die Seite neu laden. Die Schnittstelle unter <code>/graphql</code> antwortet auch ohne sie.</p>
    <p lang="en">This page has not been built yet. Run <code>npm run build:web</code> once and reload. The API at <code>/graphql</code> answers without it.</p>
  </body>
</html>
`;
