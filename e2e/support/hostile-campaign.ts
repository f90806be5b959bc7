/** What somebody may write after the `?` of a link to a form. */
export const hostileCampaign = [
  "utm_source=<script>alert(1)</script>",
  `utm_campaign=${"c".repeat(5_000)}`,
  "gclid=%zz%ff%",
  ...Array.from({ length: 200 }, (_, index) => `planted${index}=x`),
].join("&");
