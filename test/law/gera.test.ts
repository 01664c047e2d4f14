import { theLaw } from "./the-law.js";
import { geraWorld } from "./world/gera-world.js";

// Whoever may compare everything: a refusal is worded by the resolvers, and only where they come to it.
theLaw(() => geraWorld({ role: "STEWARD", departments: [] }), 60, 2030);
