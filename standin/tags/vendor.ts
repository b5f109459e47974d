/** What a vendor's file does in the browser when it runs. Addresses begin with `https://`. */
export interface Doing {
  /** First-party cookies that it sets, `name=value`. */
  cookies?: readonly string[];
  /** What it sends: "<how> <address>". */
  sends?: readonly `${"beacon" | "image" | "fetch" | "xhr"} https://${string}`[];
  /** Scripts that it adds to the page. */
  loads?: readonly `https://${string}`[];
}

/**
 * A common third-party tag. The snippets have the shape of those that the vendor gives to merchants (stub queue, loader,
 * `<noscript>`), in our own words; hosts, paths and cookies are the vendor's.
 */
export interface Vendor {
  id: string;
  name: string;
  /** For `<head>`. */
  head: string;
  /** For right after `<body>`. */
  body?: string;
  /** By the beginning of host and path; the longest one counts. */
  files: Readonly<Record<string, Doing>>;
}

/** An inline loader, as most vendors have: it puts an async script before the first script of the page. */
export function loader(address: string, stub: string): string {
  return `<script>
  (function (w, d, address) {
    ${stub}
    var script = d.createElement("script");
    script.async = true;
    script.src = address;
    var first = d.getElementsByTagName("script")[0];
    first.parentNode.insertBefore(script, first);
  })(window, document, "${address}");
</script>`;
}

/** A stub that queues calls until the vendor's script comes. */
export const queue = (name: string): string =>
  `w.${name} = w.${name} || function () { (w.${name}.queue = w.${name}.queue || []).push(arguments); };`;
