import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  // Relative, so that the window can serve the files from its own scheme.
  base: "./",
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": here("./src") } },
  server: { port: 5173, strictPort: true },
  build: {
    outDir: here("./dist"),
    emptyOutDir: true,
    target: ["safari16", "chrome120"],
    // Fonts stay files: a data address would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: [here("./src/testing/setup.ts")],
    restoreMocks: true,
    // The tests on tokens and house rules read the style sheets.
    css: true,
    testTimeout: 20_000,
  },
});
