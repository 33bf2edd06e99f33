import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

// Next writes its own scripts into the page; a nonce would need a proxy, which this product goes without.
const scriptSources = ["'self'", "'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])].join(" ");

const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src ${scriptSources}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

// The build leaves brotli copies of its scripts and style sheets; see scripts/lib/compress-scripts.ts.
const CHUNK = "/_next/static/chunks/:file([^/]+\\.(?:js|css))";
const takesBrotli = [{ type: "header" as const, key: "accept-encoding", value: "(?:.*,\\s*)?br(?:[,;].*)?" }];

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // See scripts/lib/compress-answers.mjs.
  compress: false,
  images: { unoptimized: true },
  // `npm run verify` checks the types, of tests and scripts too; a first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "csv-parse",
    "iconv-lite",
    "pg",
    "pg-copy-streams",
    "yauzl",
  ],
  rewrites: async () => ({
    beforeFiles: isDevelopment ? [] : [{ source: CHUNK, has: takesBrotli, destination: "/_next/static/br/:file" }],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    ...(isDevelopment
      ? []
      : [
          { source: CHUNK, headers: [{ key: "Vary", value: "Accept-Encoding" }] },
          { source: CHUNK, has: takesBrotli, headers: [{ key: "Content-Encoding", value: "br" }] },
        ]),
    { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
    {
      // What the others say of a page says nothing of its scripts, fonts and icon, and weighs half a kilobyte each.
      source: "/:path((?!_next/static/|icon\\.svg$).*)",
      headers: [
        { key: "Content-Security-Policy", value: contentSecurityPolicy },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default nextConfig;
