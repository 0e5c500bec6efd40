import { defineConfig } from 'drizzle-kit';

/** For `npx drizzle-kit generate --config server/drizzle.config.ts --name <what-changed>`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/*/tables.ts',
  out: './server/migrations',
});
