import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./style.css";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { ask } from "./ask.js";
import { presetOf } from "./preset.js";
import { firstTabs } from "./tabs.js";

const preset = presetOf(window.location.href);
const plugins = [explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN];

function Playground() {
  return (
    <GraphiQL
      fetcher={ask}
      plugins={plugins}
      defaultTabs={firstTabs(preset)}
      initialQuery={preset.query}
      initialVariables={preset.variables}
    >
      <GraphiQL.Logo>
        <a className="home" href="/">
          Stadtgraph
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

const place = document.getElementById("playground");
if (place) createRoot(place).render(<Playground />);
