import type { Graph, Thing } from "schema-dts";

/** What the page shows, for machines: a block of data, which no browser runs. */
export function StructuredData({ things }: { things: Thing[] }) {
  const graph: Graph = { "@context": "https://schema.org", "@graph": things };
  // A text may say </script>: no < leaves here as it is.
  const json = JSON.stringify(graph).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
