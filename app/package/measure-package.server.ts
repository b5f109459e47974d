// Run alone, with a number of orders: writes a package of so many and prints how much memory that took.
import type { PackageSource } from "./cover.ts";
import { SAMPLE_COVER, sampleOrder } from "./sample-package.server.ts";
import type { Section, SectionItems } from "./sections.ts";
import { writePackage } from "./write-package.server.ts";

const PAGE = 8;

/** A source that makes its orders anew each time it is read, as a database would give them. */
function endlessSource(count: number): PackageSource {
  return {
    parts: async function* <S extends Section>(section: S) {
      for (let start = 0; section === "orders" && start < count; start += PAGE) {
        await new Promise((resume) => setImmediate(resume));
        const length = Math.min(PAGE, count - start);
        yield Array.from({ length }, (_, index) => sampleOrder(start + index)) as unknown as SectionItems[S][];
      }
    },
  };
}

async function measure(count: number): Promise<{ grownMegabytes: number; zipBytes: number }> {
  const atStart = process.memoryUsage.rss();
  let zipBytes = 0;
  for await (const buffer of writePackage(endlessSource(count), SAMPLE_COVER)) zipBytes += buffer.length;
  // maxRSS is in kilobytes and keeps the peak, however short.
  const grown = process.resourceUsage().maxRSS * 1024 - atStart;
  return { grownMegabytes: Math.round(grown / 1024 / 1024), zipBytes };
}

process.stdout.write(JSON.stringify(await measure(Number(process.argv[2]))));
