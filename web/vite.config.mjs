import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { questionLinks } from "./question-links.mjs";

const page = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Three pages, one bundle, nothing inlined: the content security policy allows neither inline scripts nor data: images. */
export default defineConfig({
  root: page("."),
  plugins: [react(), questionLinks()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 10_000,
    reportCompressedSize: false,
    rolldownOptions: { input: [page("index.html"), page("en.html"), page("playground/index.html")] },
  },
});
