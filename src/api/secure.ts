import helmet from "helmet";

/**
 * Sets the headers that keep a browser from doing more than our own pages ask for: nothing from elsewhere, no eval, no framing.
 * A page that needs more replaces Content-Security-Policy on its own answer.
 */
export const secure = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      // Inside the town hall the server may well be reached by plain HTTP: its own scripts must not be asked for by HTTPS then.
      upgradeInsecureRequests: null,
    },
  },
  // Whether HTTPS is there for good is known to the proxy in front, not to us.
  strictTransportSecurity: false,
});

/** The same for answers that are data: a browser that is led there shows nothing of them and runs nothing in them. Names and values in turn. */
export const SECURE_DATA: readonly string[] = [
  ...["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
  ...["X-Content-Type-Options", "nosniff"],
  ...["Cross-Origin-Resource-Policy", "same-origin"],
  ...["Referrer-Policy", "no-referrer"],
];
