import { theLaw } from "./the-law.js";
import { geraWorld } from "./world/gera-world.js";

// Whoever may compare everything: a refusal is worded by the resolvers, and only where they come to it.
const steward = () => geraWorld({ role: "STEWARD", departments: [] });

theLaw("Gera", steward, { numRuns: 40, seed: 2030 });
